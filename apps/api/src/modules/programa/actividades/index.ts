export {
  AdvertenciaMomentoDto,
  CitaDto,
  DiaInhabilDto,
  EntregableDetailDto,
  EntregableParamsDto,
  HitoDto,
  PasoDto,
  PlanTrabajoDto,
  SiguientePasoDto,
  type EntregableDto,
} from './actividades.dto.ts'
export { actividadesRoutes, toClave } from './actividades.routes.ts'
export { ActividadesService } from './actividades.service.ts'
export { ActosActividadService, impedimentosDe } from './actos.service.ts'
export { CalendarioLibroService } from './calendario-libro.service.ts'
export { Cumplimiento } from './cumplimiento.entity.ts'
export { ErratasService } from './erratas.service.ts'
export { Evento, SIN_REGISTRO } from './evento.entity.ts'
export { EventoDto } from './eventos.dto.ts'
export { eventosRoutes } from './eventos.routes.ts'
export { EventosService } from './eventos.service.ts'
export { actividadesPieces } from './pieces.ts'
export { Programa } from './programa.entity.ts'
export { RegistroEventosService } from './registro-eventos.service.ts'
export { Resolucion } from './resolucion.entity.ts'
export { TableroService } from './tablero.service.ts'
