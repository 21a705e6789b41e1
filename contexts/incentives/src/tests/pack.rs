use std::path::Path;

use ::pack::Pack;

use crate::reading;

fn peru() -> Pack {
    Pack::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../countries/peru")).unwrap()
}

#[test]
fn the_review_names_six_objectives_and_no_class_but_the_kinds_of_municipality() {
    let pack = peru();
    assert_eq!(reading::defects(&pack), Vec::<String>::new());
    let objectives = reading::objectives(pack.text(reading::OBJECTIVES).unwrap()).unwrap();
    assert_eq!(objectives.len(), 6);
    assert!(objectives.iter().all(|one| one.source.contains("¶340") && one.source.contains("Ley 29332")));
    let classes = reading::classes(pack.text(reading::CLASSES).unwrap()).unwrap();
    let codes: Vec<&str> = classes.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(codes, ["provincial_municipality", "district_municipality"]);
}
