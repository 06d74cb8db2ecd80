export * from './acuerdos.ts'
export * from './advertencias.ts'
export * from './bitacora/index.ts'
export * from './bloqueo.ts'
export * from './avisos/index.ts'
export * from './cambios.ts'
export * from './captura/index.ts'
export * from './codificacion/index.ts'
export * from './conclusion/index.ts'
export * from './confirmacion/index.ts'
export * from './consentimiento.ts'
export * from './consulta/idiomas.ts'
export * from './consulta/senas.ts'
export * from './consulta/index.ts'
export * from './derechos.ts'
export * from './recurso-revision.ts'
export * from './derechos-efecto.ts'
export * from './entregas.ts'
export * from './estadistica/index.ts'
export * from './estatus.ts'
export * from './fecha.ts'
export * from './fotografia.ts'
export * from './importacion-columnas.ts'
export { groupBy } from './group.ts'
export {
  leerFilaLista,
  type AdvertenciaFila,
  type CambioFila,
  type CandidaturaListada,
  type Celdas,
  type FilaLeida,
} from './importacion-fila.ts'
export { indexCatalogo, type CatalogoImportacion, type IndiceImportacion } from './importacion-indice.ts'
export * from './importacion.ts'
export {
  SIN_TRATAR,
  TIPOS_HALLAZGO,
  type ErrorFila,
  type HallazgoFila,
  type Hallazgos,
  type TipoHallazgo,
  type Tratamiento,
} from './importacion-textos.ts'
export { cargoEnLibro } from './libro-ine-celdas.ts'
export { filasEnLibro, type CandidaturaIne, type CeldaIne } from './libro-ine-escritura.ts'
export { type ActorIne, type ActualIne, type CatalogoIne } from './libro-ine-catalogo.ts'
export { COLUMNAS_CANDIDATOS, COLUMNAS_IDENTIDAD, CONVENCIONES_INE, headingKey, HOJAS_INE } from './libro-ine-columnas.ts'
export { abrirLibroIne, esLibroIne, type HojaLeida, type LibroIne } from './libro-ine-hojas.ts'
export { type FilaIne } from './libro-ine-fila.ts'
export { leerFilasIne, leerPorPartes } from './libro-ine-lectura.ts'
export { resolverLibroIne, type FilaResuelta, type LibroResuelto } from './libro-ine-resolucion.ts'
export { columnasDeRespuestas, type ColumnaIne, type PreguntaIne, type RespuestasIne } from './libro-ine-preguntas.ts'
export * from './indicios.ts'
export * from './informes/index.ts'
export * from './lecturas.ts'
export * from './licencias.ts'
export * from './omisiones.ts'
export * from './permisos.ts'
export * from './persona.ts'
export * from './plazo.ts'
export * from './politica.ts'
export * from './proceso-pack.ts'
export * from './programa/index.ts'
export * from './proteccion.ts'
export * from './recordar-captura.ts'
export * from './remision.ts'
export * from './reportes.ts'
export * from './sesiones/index.ts'
export * from './sourced.ts'
export * from './text.ts'
export * from './textos/index.ts'
export * from './versiones.ts'
export * from './visitas.ts'
export * from './vulneraciones.ts'
