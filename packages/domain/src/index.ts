export * from './registro/acuerdos.ts'
export * from './registro/advertencias.ts'
export * from './bitacora/index.ts'
export * from './publicacion/bloqueo.ts'
export * from './normativa/avisos/index.ts'
export * from './registro/cambios.ts'
export * from './captura/estatus/index.ts'
export * from './informes/codificacion/index.ts'
export * from './derechos/conclusion/index.ts'
export * from './pack/cierres.ts'
export * from './pack/confirmacion/index.ts'
export * from './captura/consentimiento.ts'
export * from './publico/idiomas.ts'
export * from './publico/senas.ts'
export * from './publico/index.ts'
export * from './derechos/derechos.ts'
export * from './derechos/bloqueo.ts'
export * from './derechos/notificacion.ts'
export * from './derechos/correccion.ts'
export * from './derechos/oficio.ts'
export * from './derechos/comite.ts'
export * from './derechos/dia-del-acto.ts'
export * from './derechos/negativa.ts'
export * from './derechos/identificacion.ts'
export * from './derechos/razones.ts'
export * from './derechos/recurso-revision.ts'
export * from './derechos/efecto.ts'
export * from './registro/entregas.ts'
export * from './publicacion/estadistica/index.ts'
export * from './registro/estatus.ts'
export * from './base/fecha.ts'
export { antesDeNombre, enFemenino, enPalabras, fechaEnLetra, horaEnLetra, ordinal } from './base/palabras.ts'
export * from './captura/fotografia.ts'
export * from './intercambio/importacion/columnas.ts'
export { groupBy } from './base/group.ts'
export {
  CELDA_CON_ERROR,
  leerFilaLista,
  type AdvertenciaFila,
  type CambioFila,
  type CandidaturaListada,
  type FilaLeida,
} from './intercambio/importacion/fila.ts'
export { leerDia } from './intercambio/importacion/fechas.ts'
export {
  altoDe,
  contadoresDe,
  encabezadosDe,
  isPie,
  letterOf,
  proponerLectura,
  type HojaVista,
  type LecturaLista,
} from './intercambio/importacion/lectura.ts'
export { opcionesDe, sugerenciaDe, unirValores, valoresDeSexo, type Valores } from './intercambio/importacion/valores.ts'
export { masCercana } from './intercambio/importacion/reconocer.ts'
export { indexCatalogo, type CatalogoImportacion, type IndiceImportacion } from './intercambio/importacion/indice.ts'
export * from './intercambio/importacion/importacion.ts'
export {
  SIN_TRATAR,
  TIPOS_HALLAZGO,
  type ErrorFila,
  type HallazgoFila,
  type Hallazgos,
  type TipoHallazgo,
  type Tratamiento,
} from './intercambio/importacion/textos.ts'
export { cargoEnLibro } from './intercambio/libro-ine/celdas.ts'
export { filasEnLibro, type CandidaturaIne, type CeldaIne } from './intercambio/libro-ine/escritura.ts'
export { type ActorIne, type ActualIne, type CatalogoIne } from './intercambio/libro-ine/catalogo.ts'
export { COLUMNAS_CANDIDATOS, COLUMNAS_IDENTIDAD, CONVENCIONES_INE, headingKey, HOJAS_INE } from './intercambio/libro-ine/columnas.ts'
export { abrirLibroIne, esLibroIne, type HojaLeida, type LibroIne } from './intercambio/libro-ine/hojas.ts'
export { type FilaIne } from './intercambio/libro-ine/fila.ts'
export { leerFilasIne, leerPorPartes } from './intercambio/libro-ine/leer.ts'
export { resolverLibroIne, type FilaResuelta, type LibroResuelto } from './intercambio/libro-ine/resolucion.ts'
export { columnasDeRespuestas, type ColumnaIne, type PreguntaIne, type RespuestasIne } from './intercambio/libro-ine/preguntas.ts'
export * from './captura/indicios.ts'
export * from './informes/informe/index.ts'
export * from './captura/lecturas.ts'
export * from './captura/novedades.ts'
export * from './captura/supuestos.ts'
export * from './publicacion/licencias.ts'
export * from './informes/omisiones.ts'
export * from './acceso/permisos.ts'
export * from './acceso/nombres.ts'
export * from './registro/persona.ts'
export * from './base/plazo.ts'
export * from './normativa/politica.ts'
export * from './normativa/packs.ts'
export * from './pack/membrete.ts'
export * from './pack/proceso-pack.ts'
export * from './informes/requerimientos.ts'
export * from './proceso/catalogo.ts'
export * from './registro/reglas.ts'
export * from './programa/index.ts'
export * from './derechos/proteccion.ts'
export * from './informes/recordar-captura.ts'
export * from './programa/remision.ts'
export * from './publicacion/reportes.ts'
export * from './programa/sesiones/index.ts'
export * from './base/sourced.ts'
export { digitosDe } from './base/telefono.ts'
export * from './base/text.ts'
export * from './base/textos/index.ts'
export * from './normativa/versiones.ts'
export * from './normativa/vida.ts'
export * from './publicacion/visitas.ts'
export * from './derechos/vulneraciones.ts'
