import { DERECHOS, ESTATUS_DERECHO, MEDIOS_DERECHO, type Derecho, type MedioDerecho } from '@conoceles/domain'
import { Entero, Lista, Opcion, Texto } from '../../../shared/validacion/fields.ts'
import { SolicitudDerechoDto } from './derechos.dto.ts'

export class FiltroDerechosQueryDto {
  @Opcion(DERECHOS, { descripcion: 'Sólo de este derecho.', opcional: true }) derecho?: Derecho
  @Opcion(ESTATUS_DERECHO, { descripcion: 'Sólo con este estatus.', opcional: true }) estatus?: string
  @Opcion(MEDIOS_DERECHO, { descripcion: 'Sólo las que llegaron así.', opcional: true }) medio?: MedioDerecho
  @Entero({ descripcion: 'Sólo las recibidas en este año.', opcional: true, min: 2000, max: 2100 }) anio?: number
  @Entero({ descripcion: 'Sólo las recibidas en este mes, de 1 a 12.', opcional: true, min: 1, max: 12 }) mes?: number
  @Opcion(['si'], { descripcion: 'Sólo las que pasaron de su plazo.', opcional: true }) vencidas?: 'si'
  @Texto({ descripcion: 'Sólo las que tienen estas palabras en su folio, la persona o el derecho.', opcional: true, max: 120 })
  texto?: string
}

export const FORMATOS_INFORME_DERECHOS = ['xlsx', 'csv'] as const
export type FormatoInformeDerechos = (typeof FORMATOS_INFORME_DERECHOS)[number]

export class ExportarDerechosQueryDto extends FiltroDerechosQueryDto {
  @Opcion(FORMATOS_INFORME_DERECHOS, { descripcion: 'Formato.' }) formato: FormatoInformeDerechos
}

export class CuentaDerechoDto {
  @Opcion(DERECHOS, { descripcion: 'Derecho.' }) derecho: Derecho
  @Entero({ descripcion: 'Solicitudes.' }) cuantas: number
}

export class CuentaMesDerechosDto {
  @Entero({ descripcion: 'Mes en que se recibieron, de 1 a 12.' }) mes: number
  @Entero({ descripcion: 'Solicitudes de ese mes.' }) total: number
  @Lista(() => CuentaDerechoDto, { descripcion: 'De cada derecho.' }) porDerecho: CuentaDerechoDto[]
}

export class CuentaDerechosDto {
  @Entero({ descripcion: 'Año en que se recibieron.' }) anio: number
  @Entero({ descripcion: 'Solicitudes de ese año.' }) total: number
  @Lista(() => CuentaDerechoDto, { descripcion: 'De cada derecho.' }) porDerecho: CuentaDerechoDto[]
  @Lista(() => CuentaMesDerechosDto, { descripcion: 'De cada mes en que llegó alguna, el más nuevo primero.' })
  meses: CuentaMesDerechosDto[]
}

export class ListSolicitudesDerechoDto {
  @Lista(() => SolicitudDerechoDto, { descripcion: 'Las abiertas primero, por lo que vence antes.' }) elementos: SolicitudDerechoDto[]
  @Entero({ descripcion: 'Solicitudes en total, sin filtros.' }) total: number
  @Lista(() => CuentaDerechosDto, { descripcion: 'Las de la lista, por año, mes y derecho.' }) cuentas: CuentaDerechosDto[]
}
