-- What is below an element, found without reading its whole version for each step down.
CREATE INDEX planning_elements_parent ON planning_elements (plan, version, parent);
