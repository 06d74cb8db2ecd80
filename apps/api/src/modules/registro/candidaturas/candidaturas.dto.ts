import {
  CALIDADES,
  ESTATUS_CANDIDATURA,
  ESTATUS_CAPTURA,
  SEXOS,
  type Calidad,
  type EstatusCandidatura,
  type EstatusCaptura,
  type Sexo,
} from '@conoceles/domain'
import { ClaveNombreDto } from '../../proceso/index.ts'
import { Entero, Instante, Libre, Lista, Logico, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'
import { PLAZOS, type Plazo } from './candidaturas.filter.ts'
import { ORDENES, type Orden } from './candidaturas.page.ts'
import { AcuerdoRefDto } from './referencias.dto.ts'

/** Filters of the directory; its counts take the same. */
export class FiltroCandidaturasQueryDto {
  @Texto({
    descripcion:
      'Comienzo de cualquier palabra del nombre o del apodo, en cualquier orden y sin importar acentos; el folio de la fórmula; o la clave completa.',
    opcional: true,
    max: 100,
    ejemplo: 'maria lopez',
  })
  q?: string
  @Texto({ descripcion: 'Clave del cargo.', opcional: true, max: 40, ejemplo: 'diputacion_mr' }) cargo?: string
  @Texto({ descripcion: 'Clave del distrito.', opcional: true, max: 40 }) distrito?: string
  @Texto({ descripcion: 'Clave del municipio.', opcional: true, max: 40, ejemplo: '17007' }) municipio?: string
  @Texto({ descripcion: 'Clave de la comunidad con autoridades propias.', opcional: true, max: 40 }) comunidad?: string
  @Texto({ descripcion: 'Clave del actor político que postula o del partido de origen.', opcional: true, max: 80 }) actor?: string
  @Uuid({ descripcion: 'Identificador del acuerdo que aprobó el registro.', opcional: true }) acuerdo?: string
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.', opcional: true }) calidad?: Calidad
  @Opcion(SEXOS, { descripcion: 'Sexo o género.', opcional: true }) sexo?: Sexo
  @Texto({ descripcion: 'Clave del grupo de acción afirmativa.', opcional: true, max: 40, ejemplo: 'indigena' }) grupo?: string
  @Opcion(ESTATUS_CANDIDATURA, { descripcion: 'Estatus de la candidatura.', opcional: true }) estatus?: EstatusCandidatura
  @Opcion(ESTATUS_CAPTURA, { descripcion: 'Estatus de la captura.', opcional: true }) estatusCaptura?: EstatusCaptura
  @Opcion(PLAZOS, { descripcion: 'Cómo va el plazo de captura.', opcional: true }) plazo?: Plazo
}

export class ListCandidaturasQueryDto extends FiltroCandidaturasQueryDto {
  @Opcion(ORDENES, {
    descripcion:
      'Por boleta, por la que más espera desde que se validó, por el plazo que vence primero, por nombre, por actor político o por avance de la captura. Con un guion delante, al revés.',
    opcional: true,
  })
  orden?: Orden
  @Texto({ descripcion: 'Valor de `siguiente` de la página anterior.', opcional: true, max: 600 }) despues?: string
  @Entero({ descripcion: 'Cuántas por página.', opcional: true, min: 1, max: 100, ejemplo: 25 }) limite?: number
}

export class AvanceDto {
  @Entero({ descripcion: 'Secciones completas.', ejemplo: 7 }) capturadas: number
  @Entero({ descripcion: 'Secciones de ambos cuestionarios.', ejemplo: 13 }) total: number
}

export class CandidaturaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Clave estable de la lista aprobada.' }) clave: string
  @Texto({ descripcion: 'Nombre completo.' }) nombre: string
  @Texto({ descripcion: 'Apodo o sobrenombre.', nulo: true }) apodo: string | null
  @Texto({ descripcion: 'Clave del cargo.' }) cargo: string
  @Texto({ descripcion: 'Nombre del cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.', ejemplo: 'Cuernavaca' }) lugar: string
  @Objeto(() => ClaveNombreDto, { descripcion: 'Actor político que postula.' }) actorPolitico: ClaveNombreDto
  @Objeto(() => ClaveNombreDto, { descripcion: 'Partido de origen.', nulo: true }) partidoOrigen: ClaveNombreDto | null
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: Calidad
  @Entero({ descripcion: 'Número de lista o de fórmula.' }) numero: number
  @Entero({ descripcion: 'Folio de la fórmula: el mismo para quienes la integran y para quienes las sustituyen.' }) folio: number
  @Entero({ descripcion: 'Versión: los actos la mandan de vuelta.' }) version: number
  @Objeto(() => AcuerdoRefDto, { descripcion: 'Acuerdo que aprobó el registro.' }) acuerdo: AcuerdoRefDto
  @Opcion(ESTATUS_CANDIDATURA, { descripcion: 'Estatus de la candidatura.' }) estatus: (typeof ESTATUS_CANDIDATURA)[number]
  @Opcion(ESTATUS_CAPTURA, { descripcion: 'Estatus de la captura.' }) estatusCaptura: EstatusCaptura
  @Objeto(() => AvanceDto, { descripcion: 'Avance de la captura.' }) avance: AvanceDto
  @Instante({ descripcion: 'Cuándo la validó el actor político.', nulo: true }) validadaEn: string | null
  @Instante({ descripcion: 'Fin del plazo de captura; nulo mientras no se entregue la cuenta.', nulo: true }) venceEn: string | null
  @Logico({ descripcion: 'Si el plazo ya pasó.' }) vencida: boolean
}

export class ListCandidaturasDto {
  @Lista(() => CandidaturaDto, { descripcion: 'Candidaturas, en el orden de las boletas.' }) elementos: CandidaturaDto[]
  @Entero({ descripcion: 'Cuántas cumplen el filtro.' }) total: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}

export class ResumenCandidaturasDto {
  @Entero({ descripcion: 'Candidaturas aprobadas a su alcance.' }) total: number
  @Libre({ descripcion: 'Cuántas hay en cada estatus de captura.', ejemplo: { sin_captura: 12, verificada: 30 } })
  porEstatusCaptura: Record<string, number>
  @Instante({ descripcion: 'Vencimiento más próximo entre las que no se han validado.', nulo: true }) venceEn: string | null
  @Logico({ descripcion: 'Si los datos están bloqueados por ley: ya no se capturan, y un actor político no ve ninguno.' })
  datosBloqueados: boolean
}
