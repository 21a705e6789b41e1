//! Embeds the styles anew when their folder changes: they are built by `./run` and `./test`, never here.
fn main() {
    println!("cargo:rerun-if-changed=../../web/dist");
    println!("cargo:rerun-if-changed=text");
}
