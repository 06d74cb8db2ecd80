import { CALIDADES, ESTATUS_CANDIDATURA } from '@conoceles/domain'
import { Instante, Libre, Lista, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'

export class SeccionDeOtraDto {
  @Texto({ descripcion: 'Clave de la sección.' }) clave: string
  @Libre({ descripcion: 'Respuestas por clave de pregunta.' }) respuestas: Record<string, unknown>
  @Instante({ descripcion: 'Último guardado.' }) guardadaEn: string
}

export class OtraCandidaturaDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Cargo.' }) cargo: string
  @Texto({ descripcion: 'Lugar.' }) lugar: string
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: (typeof CALIDADES)[number]
  @Opcion(ESTATUS_CANDIDATURA, { descripcion: 'Estatus del registro.' }) estatus: (typeof ESTATUS_CANDIDATURA)[number]
  @Lista(() => SeccionDeOtraDto, { descripcion: 'Secciones curriculares con respuestas; nunca las de identidad.' })
  secciones: SeccionDeOtraDto[]
}

export class OtrasCandidaturasDto {
  @Lista(() => OtraCandidaturaDto, { descripcion: 'Las vigentes primero.' }) elementos: OtraCandidaturaDto[]
}
