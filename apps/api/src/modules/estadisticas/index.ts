export { ContadaEstadistica } from './contada.entity.ts'
export { CorteEstadistica } from './corte-estadistica.entity.ts'
export { EstadisticasService } from './estadisticas.service.ts'
export { LoteEstadistica } from './lote.entity.ts'
