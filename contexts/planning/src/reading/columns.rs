//! The columns of the four tables of a plan, with the Spanish headers of the form.
use sheets::Column;

/// One table of the form.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// File or sheet name.
    pub name: &'static str,
    /// The sheet's name in Spanish.
    pub name_es: &'static str,
    pub columns: &'static [Column],
}

const fn must(field: &'static str, es: &'static [&'static str]) -> Column {
    Column::required(field, es)
}

const fn may(field: &'static str, es: &'static [&'static str]) -> Column {
    Column::optional(field, es)
}

pub const PLAN: Table = Table {
    name: "plan",
    name_es: "plan",
    columns: &[
        must("plan", &["plan"]),
        must("version", &["version"]),
        must("plan_type", &["tipo_de_plan"]),
        must("title", &["titulo"]),
        may("title_en", &["titulo_en_ingles"]),
        may("entity", &["entidad"]),
        may("territory", &["territorio"]),
        may("sector", &["sector"]),
        must("horizon_from", &["horizonte_desde"]),
        must("horizon_to", &["horizonte_hasta"]),
        may("version_kind", &["clase_de_version"]),
        must("state", &["estado"]),
        may("instrument", &["instrumento"]),
        may("instrument_date", &["fecha_del_instrumento"]),
        may("valid_from", &["vigente_desde"]),
        may("valid_to", &["vigente_hasta"]),
        may("sample", &["muestra"]),
        must("source", &["fuente"]),
    ],
};

pub const ELEMENTS: Table = Table {
    name: "elements",
    name_es: "elementos",
    columns: &[
        must("plan", &["plan"]),
        must("version", &["version"]),
        must("code", &["codigo"]),
        must("kind", &["clase"]),
        may("parent", &["superior"]),
        may("hangs_from", &["se_articula_con"]),
        may("state_policies", &["politicas_de_estado"]),
        may("national_policies", &["politicas_nacionales"]),
        must("title", &["titulo"]),
        may("title_en", &["titulo_en_ingles"]),
        may("responsible_post", &["cargo_responsable"]),
        may("start", &["inicio"]),
        may("end", &["fin"]),
    ],
};

pub const INDICATORS: Table = Table {
    name: "indicators",
    name_es: "indicadores",
    columns: &[
        must("plan", &["plan"]),
        must("version", &["version"]),
        must("element", &["elemento"]),
        must("code", &["codigo"]),
        must("name", &["nombre"]),
        may("name_en", &["nombre_en_ingles"]),
        may("level", &["nivel"]),
        may("dimension", &["dimension_de_desempeno"]),
        may("unit", &["unidad_de_medida"]),
        may("sense", &["sentido"]),
        may("accumulation", &["acumulacion"]),
        may("aggregation", &["agregacion"]),
        may("justification", &["justificacion"]),
        may("limitations", &["limitaciones"]),
        may("method", &["metodo_de_calculo"]),
        may("relevance", &["relevancia"]),
        may("responsible_post", &["cargo_responsable"]),
        may("periodicity", &["periodicidad"]),
        may("data_source", &["fuente_de_datos"]),
        may("baseline_value", &["linea_de_base"]),
        may("baseline_period", &["periodo_de_linea_de_base"]),
        may("lead", &["indicador_lider"]),
        may("end_date", &["fecha_de_termino"]),
        may("series", &["serie"]),
        may("programme", &["programa"]),
        may("product", &["producto"]),
        may("valid_from", &["vigente_desde"]),
    ],
};

pub const TARGETS: Table = Table {
    name: "targets",
    name_es: "metas",
    columns: &[
        must("plan", &["plan"]),
        must("version", &["version"]),
        must("indicator", &["indicador"]),
        must("period", &["periodo"]),
        must("territory", &["territorio"]),
        must("value", &["valor"]),
        may("value_high", &["valor_maximo"]),
        may("rationale", &["sustento"]),
        may("set_on", &["fijada_el"]),
    ],
};

/// In the order in which they are filled in.
pub const TABLES: [Table; 4] = [PLAN, ELEMENTS, INDICATORS, TARGETS];
