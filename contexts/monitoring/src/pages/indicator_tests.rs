//! An indicator judged, unjudged, corrected, and odd.
