import { ESTATUS_SECCION } from '@conoceles/domain'
import { CandidaturaDto, ConteosCandidaturasDto, FiltroCandidaturasQueryDto } from '../../registro/index.ts'
import { Entero, Fecha, Instante, Libre, Lista, Logico, Objeto, Opcion, Texto, Textos } from '../../../shared/validacion/fields.ts'

export const CUENTAS_PERSONA = ['activa', 'invitada', 'ninguna'] as const
export type CuentaPersona = (typeof CUENTAS_PERSONA)[number]
export const FORMATOS_TABLERO = ['xlsx', 'csv'] as const
export type FormatoTablero = (typeof FORMATOS_TABLERO)[number]

/** `exenta`: of a persona who refused the treatment of identity data nothing of that cuestionario is asked. */
export const ESTATUS_TABLERO = [...ESTATUS_SECCION, 'exenta'] as const
export type EstatusTablero = (typeof ESTATUS_TABLERO)[number]

export class TableroExportarQueryDto extends FiltroCandidaturasQueryDto {
  @Opcion(FORMATOS_TABLERO, { descripcion: 'Formato.' }) formato: FormatoTablero
}

export class TableroSeccionDto {
  @Opcion(['curricular', 'identidad'], { descripcion: 'Cuestionario.' }) cuestionario: 'curricular' | 'identidad'
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
}

export class TableroFilaDto extends CandidaturaDto {
  @Textos({ descripcion: 'Estatus de cada sección, en el orden de `secciones`; `exenta`: no se le pide.', ejemplo: ['completa', 'vacia'] })
  secciones: EstatusTablero[]
  @Entero({ descripcion: 'Observaciones abiertas.' }) observaciones: number
  @Instante({ descripcion: 'Fin del término de la observación que vence primero.', nulo: true }) observacionVenceEn: string | null
  @Logico({ descripcion: 'Si el término de esa observación ya pasó.' }) observacionVencida: boolean
  @Instante({ descripcion: 'Cuándo se guardó algo por última vez.', nulo: true }) guardadaEn: string | null
  @Opcion(CUENTAS_PERSONA, { descripcion: 'Cuenta propia de la persona: a su correo se le puede recordar.' }) cuenta: CuentaPersona
  @Fecha({ descripcion: 'Día del último recordatorio que se le pidió.', nulo: true }) recordada: string | null
}

export class TableroContiendaDto {
  @Texto({ descripcion: 'Clave del cargo.' }) cargo: string
  @Texto({ descripcion: 'Nombre del cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Clave de la demarcación.' }) demarcacion: string
  @Texto({ descripcion: 'Clase de demarcación.' }) tipo: string
  @Texto({ descripcion: 'Nombre de la demarcación.' }) lugar: string
  @Entero({ descripcion: 'Candidaturas del filtro en esa contienda.' }) total: number
  @Libre({ descripcion: 'Cuántas en cada estatus de captura.', ejemplo: { sin_captura: 3, completa: 1 } })
  porEstatusCaptura: Record<string, number>
}

export class TableroCapturaDto {
  @Instante({ descripcion: 'Momento del corte.' }) corte: string
  @Entero({ descripcion: 'Candidaturas vigentes a su alcance: el denominador.' }) universo: number
  @Lista(() => TableroSeccionDto, { descripcion: 'Secciones de los cuestionarios en vigor, en orden.' }) secciones: TableroSeccionDto[]
  @Objeto(() => ConteosCandidaturasDto, { descripcion: 'Cuántas de cada valor; sólo con la primera página.', nulo: true })
  conteos: ConteosCandidaturasDto | null
  @Lista(() => TableroContiendaDto, { descripcion: 'Avance por contienda; sólo con la primera página.' }) contiendas: TableroContiendaDto[]
  @Lista(() => TableroFilaDto, { descripcion: 'Personas y sus secciones.' }) elementos: TableroFilaDto[]
  @Entero({ descripcion: 'Cuántas cumplen el filtro.' }) total: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}

export class AvanceSeccionDto {
  @Entero({ descripcion: 'Cuántas la tienen completa, o más.' }) listas: number
  @Entero({ descripcion: 'A cuántas se les pide.' }) pedidas: number
}

export class AvanceActorDto {
  @Texto({ descripcion: 'Clave del actor político.' }) clave: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Entero({ descripcion: 'Candidaturas vigentes.' }) total: number
  @Entero({ descripcion: 'Enviadas al instituto.' }) enviadas: number
  @Entero({ descripcion: 'Verificadas.' }) verificadas: number
  @Entero({ descripcion: 'Sin enviar y con el plazo vencido.' }) vencidas: number
  @Lista(() => AvanceSeccionDto, { descripcion: 'Cada sección, en el orden de `secciones`.' }) secciones: AvanceSeccionDto[]
}

export class AvanceDiaDto {
  @Fecha({ descripcion: 'Día.' }) dia: string
  @Entero({ descripcion: 'Candidaturas cuyo último envío fue ese día.' }) enviadas: number
  @Entero({ descripcion: 'Candidaturas cuya última verificación fue ese día.' }) verificadas: number
}

export class AvanceActoresDto {
  @Instante({ descripcion: 'Momento del corte.' }) corte: string
  @Lista(() => TableroSeccionDto, { descripcion: 'Secciones de los cuestionarios en vigor, en orden.' }) secciones: TableroSeccionDto[]
  @Lista(() => AvanceActorDto, { descripcion: 'Actores políticos; primero el que lleva menos.' }) actores: AvanceActorDto[]
  @Lista(() => AvanceDiaDto, { descripcion: 'Los últimos catorce días.' }) dias: AvanceDiaDto[]
}
