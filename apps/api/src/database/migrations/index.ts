import { Aprobaciones1700000000150 } from './1700000000150-aprobaciones.ts'
import { Tablas1700000000001 } from './1700000000001-tablas.ts'
import { Mundos1700000000002 } from './1700000000002-mundos.ts'
import { Vida1700000000003 } from './1700000000003-vida.ts'
import { Importaciones1700000000004 } from './1700000000004-importaciones.ts'
import { LibroIne1700000000005 } from './1700000000005-libro-ine.ts'
import { Salidas1700000000006 } from './1700000000006-salidas.ts'
import { Actividades1700000000007 } from './1700000000007-actividades.ts'
import { Sesiones1700000000008 } from './1700000000008-sesiones.ts'
import { Entregables1700000000009 } from './1700000000009-entregables.ts'
import { Remisiones1700000000010 } from './1700000000010-remisiones.ts'
import { Calendarios1700000000011 } from './1700000000011-calendarios.ts'
import { Recordatorios1700000000012 } from './1700000000012-recordatorios.ts'
import { Revision1700000000014 } from './1700000000014-revision.ts'
import { Indicios1700000000016 } from './1700000000016-indicios.ts'
import { Eventos1700000000017 } from './1700000000017-eventos.ts'
import { Escenarios1700000000018 } from './1700000000018-escenarios.ts'
import { Versiones1700000000019 } from './1700000000019-versiones.ts'
import { Tablero1700000000020 } from './1700000000020-tablero.ts'
import { Avisos1700000000021 } from './1700000000021-avisos.ts'
import { Consentimientos1700000000022 } from './1700000000022-consentimientos.ts'
import { Politica1700000000023 } from './1700000000023-politica.ts'
import { Estadisticas1700000000024 } from './1700000000024-estadisticas.ts'
import { Lecturas1700000000025 } from './1700000000025-lecturas.ts'
import { Bloqueos1700000000028 } from './1700000000028-bloqueos.ts'
import { Derechos1700000000035 } from './1700000000035-derechos.ts'
import { Conclusion1700000000036 } from './1700000000036-conclusion.ts'
import { Supresion1700000000037 } from './1700000000037-supresion.ts'
import { Cabezas1700000000038 } from './1700000000038-cabezas.ts'
import { Aperturas1700000000039 } from './1700000000039-aperturas.ts'
import { Paginas1700000000040 } from './1700000000040-paginas.ts'
import { Indice1700000000042 } from './1700000000042-indice.ts'
import { Historia1700000000044 } from './1700000000044-historia.ts'
import { Informes1700000000046 } from './1700000000046-informes.ts'
import { Visitas1700000000050 } from './1700000000050-visitas.ts'
import { Ejercicio1700000000054 } from './1700000000054-ejercicio.ts'
import { Codificaciones1700000000055 } from './1700000000055-codificaciones.ts'
import { Correcciones1700000000056 } from './1700000000056-correcciones.ts'
import { Acuerdos1700000000057 } from './1700000000057-acuerdos.ts'
import { Sorteo1700000000058 } from './1700000000058-sorteo.ts'
import { Sesiones1700000000059 } from './1700000000059-sesiones.ts'
import { Bytes1700000000060 } from './1700000000060-bytes.ts'
import { Huellas1700000000061 } from './1700000000061-huellas.ts'
import { Busqueda1700000000062 } from './1700000000062-busqueda.ts'
import { Reloj1700000000063 } from './1700000000063-reloj.ts'
import { Renovaciones1700000000064 } from './1700000000064-renovaciones.ts'
import { Zona1700000000065 } from './1700000000065-zona.ts'
import { Pruebas1700000000066 } from './1700000000066-pruebas.ts'
import { Comienzos1700000000067 } from './1700000000067-comienzos.ts'
import { Lugares1700000000068 } from './1700000000068-lugares.ts'
import { Exportadas1700000000070 } from './1700000000070-exportadas.ts'
import { Titulares1700000000071 } from './1700000000071-titulares.ts'
import { Nombres1700000000091 } from './1700000000091-nombres.ts'
import { Pasado1700000000105 } from './1700000000105-pasado.ts'
import { Propuestas1700000000103 } from './1700000000103-propuestas.ts'
import { Factores1700000000101 } from './1700000000101-factores.ts'
import { Factor1700000000102 } from './1700000000102-factor.ts'
import { Relevos1700000000106 } from './1700000000106-relevos.ts'
import { Textos1700000000108 } from './1700000000108-textos.ts'
import { Abiertos1700000000180 } from './1700000000180-abiertos.ts'
import { AcuseCorreo1700000000181 } from './1700000000181-acuse-correo.ts'
import { CuentaIntegrante1700000000191 } from './1700000000191-cuenta-integrante.ts'
import { Notificaciones1700000000194 } from './1700000000194-notificaciones.ts'
import { Cargos1700000000190 } from './1700000000190-cargos.ts'
import { Recursos1700000000182 } from './1700000000182-recursos.ts'
import { Senas1700000000183 } from './1700000000183-senas.ts'
import { Activaciones1700000000107 } from './1700000000107-activaciones.ts'
import { Navegadores1700000000112 } from './1700000000112-navegadores.ts'
import { Temas1700000000120 } from './1700000000120-temas.ts'
import { Confirmaciones1700000000122 } from './1700000000122-confirmaciones.ts'
import { Reportes1700000000123 } from './1700000000123-reportes.ts'
import { Emblemas1700000000124 } from './1700000000124-emblemas.ts'
import { Efectos1700000000135 } from './1700000000135-efectos.ts'
import { Provisionales1700000000136 } from './1700000000136-provisionales.ts'
import { AcuseRecibo1700000000137 } from './1700000000137-acuse-recibo.ts'
import { Preguntas1700000000165 } from './1700000000165-preguntas.ts'
import { Proteccion1700000000171 } from './1700000000171-proteccion.ts'
import { Redaccion1700000000172 } from './1700000000172-redaccion.ts'
import { Vulneraciones1700000000170 } from './1700000000170-vulneraciones.ts'

/** In order. A migration is reviewed as SQL and never edited once it ran anywhere. */
export const MIGRATIONS = [
  Tablas1700000000001,
  Mundos1700000000002,
  Vida1700000000003,
  Importaciones1700000000004,
  LibroIne1700000000005,
  Salidas1700000000006,
  Actividades1700000000007,
  Sesiones1700000000008,
  Entregables1700000000009,
  Remisiones1700000000010,
  Calendarios1700000000011,
  Recordatorios1700000000012,
  Revision1700000000014,
  Indicios1700000000016,
  Eventos1700000000017,
  Escenarios1700000000018,
  Versiones1700000000019,
  Tablero1700000000020,
  Avisos1700000000021,
  Consentimientos1700000000022,
  Politica1700000000023,
  Estadisticas1700000000024,
  Lecturas1700000000025,
  Bloqueos1700000000028,
  Derechos1700000000035,
  Conclusion1700000000036,
  Supresion1700000000037,
  Cabezas1700000000038,
  Aperturas1700000000039,
  Paginas1700000000040,
  Indice1700000000042,
  Historia1700000000044,
  Informes1700000000046,
  Visitas1700000000050,
  Ejercicio1700000000054,
  Codificaciones1700000000055,
  Correcciones1700000000056,
  Acuerdos1700000000057,
  Sorteo1700000000058,
  Sesiones1700000000059,
  Bytes1700000000060,
  Huellas1700000000061,
  Busqueda1700000000062,
  Reloj1700000000063,
  Renovaciones1700000000064,
  Zona1700000000065,
  Pruebas1700000000066,
  Comienzos1700000000067,
  Lugares1700000000068,
  Exportadas1700000000070,
  Titulares1700000000071,
  Nombres1700000000091,
  Pasado1700000000105,
  Propuestas1700000000103,
  Factores1700000000101,
  Factor1700000000102,
  Relevos1700000000106,
  Textos1700000000108,
  Activaciones1700000000107,
  Navegadores1700000000112,
  Temas1700000000120,
  Confirmaciones1700000000122,
  Reportes1700000000123,
  Emblemas1700000000124,
  Efectos1700000000135,
  Provisionales1700000000136,
  AcuseRecibo1700000000137,
  Preguntas1700000000165,
  Aprobaciones1700000000150,
  Vulneraciones1700000000170,
  Proteccion1700000000171,
  Redaccion1700000000172,
  Abiertos1700000000180,
  AcuseCorreo1700000000181,
  Recursos1700000000182,
  Senas1700000000183,
  Cargos1700000000190,
  CuentaIntegrante1700000000191,
  Notificaciones1700000000194,
]
