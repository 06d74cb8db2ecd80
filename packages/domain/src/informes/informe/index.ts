export { tablasAvance } from './avance.ts'
export * from './cambios.ts'
export * from './cifras-avance.ts'
export * from './mes.ts'
export * from './plan.ts'
export { relatoAvance } from './relato-avance.ts'
export * from '../../programa/secciones-informe.ts'
export { tablaVisitas } from './visitas.ts'
export {
  celdaEnTexto,
  cifraDe,
  enPorcentaje,
  parteDe,
  enCifras,
  TIPOS_COLUMNA_INFORME,
  type CeldaInforme,
  type CifraIntervalo,
  type ColumnaInforme,
  type FilaInforme,
  type GraficaInforme,
  type TablaInforme,
  type TipoColumnaInforme,
} from './tabla.ts'
