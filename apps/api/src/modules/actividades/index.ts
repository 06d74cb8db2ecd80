export {
  CitaDto,
  DiaInhabilDto,
  EntregableDetailDto,
  EntregableParamsDto,
  EventoDto,
  HitoDto,
  PasoDto,
  SiguientePasoDto,
  type EntregableDto,
} from './actividades.dto.ts'
export { actividadesRoutes, toClave } from './actividades.routes.ts'
export { ActividadesService } from './actividades.service.ts'
export { CalendarioLibroService } from './calendario-libro.service.ts'
export { Cumplimiento } from './cumplimiento.entity.ts'
export { Evento } from './evento.entity.ts'
export { EventosService } from './eventos.service.ts'
export { actividadesPieces } from './pieces.ts'
export { Programa } from './programa.entity.ts'
export { Resolucion } from './resolucion.entity.ts'
