# Directorio
directory-territory-country = País
directory-territory-department = Departamento
directory-territory-ambit = Ámbito regional
directory-territory-province = Provincia
directory-territory-district = Distrito
directory-level-E = Gobierno nacional
directory-level-R = Gobierno regional
directory-level-M = Gobierno local
directory-nav-entities = Entidades
directory-nav-territories = Territorios
