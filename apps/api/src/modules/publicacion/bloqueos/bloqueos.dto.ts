import { ACTOS_BLOQUEO, ALCANCES_BLOQUEO, BASES_BLOQUEO, BASES_QUE_SE_PROPONEN, ESTATUS_BLOQUEO } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { AccionDto, DocumentoDto } from '../../registro/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'

export class CandidaturaBloqueadaDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Texto({ descripcion: 'Quién postula.' }) actorPolitico: string
}

export class BloqueoDto {
  @Uuid({ descripcion: 'Bloqueo.' }) id: string
  @Texto({ descripcion: 'Persona.' }) persona: string
  @Lista(() => CandidaturaBloqueadaDto, { descripcion: 'Todo aquello a lo que se postula.' }) candidaturas: CandidaturaBloqueadaDto[]
  @Opcion(ALCANCES_BLOQUEO, { descripcion: 'Toda la persona, una sección o un dato.' }) alcance: (typeof ALCANCES_BLOQUEO)[number]
  @Texto({ descripcion: 'Clave de la sección o del dato.', nulo: true }) clave: string | null
  @Texto({ descripcion: 'Título de la sección o del dato.', nulo: true }) titulo: string | null
  @Opcion(BASES_BLOQUEO, { descripcion: 'Orden de una autoridad, riesgo, u oposición que procedió.' }) base: (typeof BASES_BLOQUEO)[number]
  @Texto({ descripcion: 'Autoridad.', nulo: true }) autoridad: string | null
  @Texto({ descripcion: 'Expediente u oficio de la orden.', nulo: true }) orden: string | null
  @Texto({ descripcion: 'Por qué.' }) motivo: string
  @Objeto(() => DocumentoDto, { descripcion: 'La orden.', nulo: true }) documento: DocumentoDto | null
  @Fecha({ descripcion: 'Último día; nulo: hasta que dos personas lo levanten.', nulo: true }) hasta: string | null
  @Fecha({ descripcion: 'Último día en que se oculta mientras otra persona decide; nulo: no se oculta antes.', nulo: true })
  provisionalHasta: string | null
  @Opcion(ESTATUS_BLOQUEO, { descripcion: 'Estatus.' }) estatus: (typeof ESTATUS_BLOQUEO)[number]
  @Logico({ descripcion: 'Si hoy oculta algo.' }) bloquea: boolean
  @Entero({ descripcion: 'Versión: la que se leyó va con cada acto.' }) version: number
  @Instante({ descripcion: 'Cuándo se propuso.' }) propuestoEn: string
  @Instante({ descripcion: 'Cuándo lo confirmó otra persona.', nulo: true }) confirmadoEn: string | null
  @Texto({ descripcion: 'Por qué se propuso levantarlo.', nulo: true }) levantaMotivo: string | null
  @Instante({ descripcion: 'Cuándo se levantó o se rechazó.', nulo: true }) terminadoEn: string | null
  @Logico({ descripcion: 'Si lo propuso quien pregunta.' }) propio: boolean
  @Lista(() => AccionDto, { descripcion: 'Lo que quien pregunta puede hacer con él, y por qué no.' }) acciones: AccionDto[]
}

export class ListBloqueosDto {
  @Lista(() => BloqueoDto, { descripcion: 'Bloqueos, el más reciente primero.' }) elementos: BloqueoDto[]
}

export class BloqueableDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
}

export class BloqueablesDto {
  @Lista(() => BloqueableDto, { descripcion: 'Secciones del cuestionario que responde.' }) secciones: BloqueableDto[]
  @Lista(() => BloqueableDto, { descripcion: 'Datos que la política hace públicos y que se pueden ocultar.' }) campos: BloqueableDto[]
}

export class ProponerBloqueoDto {
  @Uuid({ descripcion: 'Una candidatura de la persona.' }) candidaturaId: string
  @Opcion(ALCANCES_BLOQUEO, { descripcion: 'Toda la persona, una sección o un dato.' }) alcance: (typeof ALCANCES_BLOQUEO)[number]
  @Texto({ descripcion: 'Clave de la sección o del dato; nula si es toda la persona.', nulo: true, max: 100 }) clave: string | null
  @Opcion(BASES_QUE_SE_PROPONEN, { descripcion: 'Orden de una autoridad, o riesgo.' }) base: (typeof BASES_QUE_SE_PROPONEN)[number]
  @Texto({ descripcion: 'Autoridad; nula si la base es el riesgo.', nulo: true, max: 200 }) autoridad: string | null
  @Texto({ descripcion: 'Expediente u oficio; nulo si la base es el riesgo.', nulo: true, max: 200 }) orden: string | null
  @Texto({ descripcion: 'Por qué: no se publica.', min: 5, max: 2000 }) motivo: string
  @Uuid({ descripcion: 'Documento recibido.', nulo: true }) documentoId: string | null
  @Fecha({ descripcion: 'Último día.', nulo: true }) hasta: string | null
  @Logico({
    descripcion: 'Si se oculta desde ahora, por riesgo y por las horas que dice el proceso, mientras otra persona decide.',
    opcional: true,
  })
  provisional?: boolean
}

export class DecidirBloqueoDto {
  @Entero({ descripcion: 'Versión que se leyó.', ejemplo: 1 }) version: number
  @Opcion(ACTOS_BLOQUEO, { descripcion: 'Qué se decide.' }) acto: (typeof ACTOS_BLOQUEO)[number]
  @Texto({ descripcion: 'Por qué; obligatorio salvo al confirmar.', nulo: true, max: 2000 }) motivo: string | null
}

export class ActoBloqueoDto {
  @Objeto(() => BloqueoDto, { descripcion: 'El bloqueo, como queda.' }) bloqueo: BloqueoDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}
