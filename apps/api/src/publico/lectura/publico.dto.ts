import { Transform } from 'class-transformer'
import { CALIDADES, ESTATUS_CANDIDATURA, ESTATUS_CAPTURA, ID_O_COMIENZO } from '@conoceles/domain'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid, Valor } from '../../shared/validacion/fields.ts'

/** A position in the list ends with the candidatura's id. */
const CURSOR = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const RESERVAS = ['persona', 'parcial'] as const

export class ListPublicoQueryDto {
  @Texto({
    descripcion: 'Palabras del nombre: en cualquier orden, sin acentos, basta el principio.',
    opcional: true,
    max: 100,
    ejemplo: 'maria',
  })
  q?: string
  @Texto({ descripcion: 'Clave del cargo.', opcional: true, max: 40 }) cargo?: string
  @Texto({ descripcion: 'Clave de la contienda.', opcional: true, max: 80 }) contienda?: string
  @Texto({ descripcion: 'Clave del distrito.', opcional: true, max: 40 }) distrito?: string
  @Texto({ descripcion: 'Clave del municipio; también encuentra sus comunidades.', opcional: true, max: 40, ejemplo: '17007' })
  municipio?: string
  @Texto({ descripcion: 'Clave de la comunidad.', opcional: true, max: 40 }) comunidad?: string
  @Texto({
    descripcion:
      'Clave del partido, alianza o candidatura independiente. De un partido, también quienes postula una alianza de la que es parte y quienes lo tienen de partido de origen: la columna `actor_politico` de las descargas y la estadística dicen sólo quién postula.',
    opcional: true,
    max: 80,
  })
  actor?: string
  @Opcion(['propietaria', 'suplente'], { descripcion: 'Calidad.', opcional: true }) calidad?: 'propietaria' | 'suplente'
  @Opcion(ESTATUS_CANDIDATURA, {
    descripcion:
      'Estatus. Sin él, ni palabras que buscar, se listan las aprobadas y las canceladas: el lugar de las sustituidas es de quien entró.',
    opcional: true,
  })
  estatus?: (typeof ESTATUS_CANDIDATURA)[number]
  @Texto({ descripcion: 'Sexo o género, como lo dice cada fila.', opcional: true, max: 40, ejemplo: 'mujer' }) sexo?: string
  @Entero({ descripcion: 'Edad al corte, al menos.', opcional: true, min: 0, max: 150 }) edadDesde?: number
  @Entero({ descripcion: 'Edad al corte, cuando más.', opcional: true, min: 0, max: 150 }) edadHasta?: number
  @Texto({ descripcion: 'Grado máximo de estudios, como lo dice su página.', opcional: true, max: 80, ejemplo: 'Licenciatura' })
  escolaridad?: string
  @Texto({ descripcion: 'Clave del grupo de la acción afirmativa por la que se registró.', opcional: true, max: 40 })
  accionAfirmativa?: string
  @Texto({
    descripcion: 'Tema que la candidatura eligió para sus propuestas, como lo dice su página.',
    opcional: true,
    max: 300,
    ejemplo: 'Agua',
  })
  tema?: string
  @Logico({ descripcion: 'Sólo con propuestas publicadas, o sólo sin ellas.', opcional: true })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  conPropuestas?: boolean
  @Texto({ descripcion: 'Valor de `siguiente` de la página anterior.', opcional: true, max: 200, patron: CURSOR }) despues?: string
  @Entero({ descripcion: 'Cuántas por página.', opcional: true, min: 1, max: 1000, ejemplo: 20 }) limite?: number
}

export class ContiendaParamsDto {
  @Texto({ descripcion: 'Clave de la contienda.', max: 80, patron: /^[\w-]+$/, ejemplo: 'presidencia_municipal-17007' }) clave: string
}

export class CandidaturaParamsDto {
  @Texto({
    descripcion: 'Identificador, o su principio sin guiones, como lo trae el índice.',
    patron: ID_O_COMIENZO,
    ejemplo: '1fb1f90',
  })
  id: string
}

export class CorteRefDto {
  @Entero({ descripcion: 'Número de corte.', ejemplo: 12 }) numero: number
  @Instante({ descripcion: 'De qué instante son sus datos; se pueden leer cuando termina de hacerse, segundos después.' }) en: string
}

export class ReferenciaDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
}

export class ActorColorDto extends ReferenciaDto {
  @Texto({ descripcion: 'Color no oficial.', nulo: true }) color: string | null
}

export class AcuerdoPublicoDto {
  @Texto({ descripcion: 'Número.', ejemplo: 'IMPEPAC/CEE/249/2024' }) numero: string
  @Fecha({ descripcion: 'Fecha.' }) fecha: string
}

export class PersonaPublicaDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Nombre completo.' }) nombre: string
}

export class SalidaPublicaDto {
  @Opcion(['sustituida', 'cancelada'], { descripcion: 'Cómo dejó el lugar.' }) tipo: 'sustituida' | 'cancelada'
  @Fecha({ descripcion: 'Desde cuándo; nula si no consta.', nulo: true }) desde: string | null
  @Objeto(() => AcuerdoPublicoDto, { descripcion: 'Acuerdo que lo resolvió.', nulo: true }) acuerdo: AcuerdoPublicoDto | null
  @Texto({ descripcion: 'Causa, sólo si puede decirse.', nulo: true, ejemplo: 'Renuncia' }) causa: string | null
  @Objeto(() => PersonaPublicaDto, { descripcion: 'Quién entró en el lugar.', nulo: true }) entra: PersonaPublicaDto | null
}

export class LugarPublicoDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Clave del cargo.' }) cargo: string
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: (typeof CALIDADES)[number]
}

export class SustituyePublicaDto extends PersonaPublicaDto {
  @Fecha({ descripcion: 'Desde cuándo ocupa el lugar.' }) desde: string
}

export class ActorFilaDto extends ActorColorDto {
  @Textos({ descripcion: 'Claves de los partidos que forman la alianza en esta contienda.' }) integrantes: string[]
}

export class FilaPublicaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre completo.' }) nombre: string
  @Texto({ descripcion: 'Sobrenombre.', nulo: true }) apodo: string | null
  @Texto({ descripcion: 'Clave del cargo.' }) cargo: string
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Objeto(() => ActorFilaDto, { descripcion: 'Quién postula.' }) actorPolitico: ActorFilaDto
  @Objeto(() => ReferenciaDto, { descripcion: 'Partido de origen.', nulo: true }) partidoOrigen: ReferenciaDto | null
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: (typeof CALIDADES)[number]
  @Entero({ descripcion: 'Número de lista o fórmula.' }) numero: number
  @Texto({ descripcion: 'Sexo o género.', nulo: true }) sexo: string | null
  @Texto({ descripcion: 'Dirección de la fotografía chica.', nulo: true }) fotografia: string | null
  @Texto({ descripcion: 'Texto alternativo.', nulo: true }) textoAlternativo: string | null
  @Logico({ descripcion: 'Si tiene propuestas publicadas.' }) conPropuestas: boolean
  @Opcion(ESTATUS_CAPTURA, { descripcion: 'Estatus de la captura; nulo si lo capturado ya no es público.', nulo: true })
  estatusCaptura: (typeof ESTATUS_CAPTURA)[number] | null
  @Opcion(ESTATUS_CANDIDATURA, { descripcion: 'Estatus de la candidatura.' }) estatus: (typeof ESTATUS_CANDIDATURA)[number]
  @Objeto(() => SalidaPublicaDto, { descripcion: 'Cómo dejó el lugar.', nulo: true }) salida: SalidaPublicaDto | null
  @Opcion(RESERVAS, {
    descripcion: 'Si por determinación del instituto no se muestra nada de la persona, o no se muestra una parte.',
    nulo: true,
  })
  reserva: (typeof RESERVAS)[number] | null
}

/** Common part of all lists of candidaturas. */
export class ListadaDto {
  @Lista(() => FilaPublicaDto, { descripcion: 'Candidaturas.' }) elementos: FilaPublicaDto[]
  @Entero({ descripcion: 'Cuántas cumplen el filtro, con las canceladas.' }) total: number
  @Entero({ descripcion: 'De ellas, canceladas.' }) canceladas: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
  @Objeto(() => CorteRefDto, { descripcion: 'Corte de los datos.', nulo: true }) corte: CorteRefDto | null
  @Texto({ descripcion: 'Dirección donde se dice con qué licencia se puede reutilizar cada parte.' }) licencia: string
  @Texto({ descripcion: 'Dirección de la documentación.' }) documentacion: string
}

export class ListPublicaDto extends ListadaDto {
  @Opcion(['registro'], {
    descripcion: 'En qué orden vienen: fijo, por su lugar en el registro, para recorrerlas por páginas. No es en el que se muestran.',
  })
  orden: 'registro'
}

export class ActorPublicoDto extends ActorColorDto {
  @Opcion(['partido', 'alianza', 'independiente'], { descripcion: 'Partido, alianza o independiente.' }) tipo:
    'partido' | 'alianza' | 'independiente'
  @Texto({ descripcion: 'Nota sobre lo que falta confirmar.', nulo: true }) nota: string | null
  @Lista(() => ReferenciaDto, { descripcion: 'Partidos que la integran en esta contienda.' }) integrantes: ReferenciaDto[]
}

export class FotografiaPublicaDto {
  @Texto({ descripcion: '150 × 200.' }) chica: string
  @Texto({ descripcion: '300 × 400.' }) media: string
  @Texto({ descripcion: '600 × 800.' }) grande: string
  @Texto({ descripcion: 'Texto alternativo.' }) textoAlternativo: string
  @Fecha({ descripcion: 'Día en que se tomó.' }) tomadaEn: string
}

export class MiembroPublicoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre completo.' }) nombre: string
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: (typeof CALIDADES)[number]
  @Opcion(ESTATUS_CANDIDATURA, { descripcion: 'Estatus de la candidatura.' }) estatus: (typeof ESTATUS_CANDIDATURA)[number]
}

export class MiembroPlanillaPublicaDto extends MiembroPublicoDto {
  @Texto({ descripcion: 'Clave del cargo.' }) cargo: string
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Entero({ descripcion: 'Número de lista o fórmula.' }) numero: number
}

export class CampoPublicoDto {
  @Texto({ descripcion: 'Clave de la pregunta.' }) clave: string
  @Texto({ descripcion: 'Pregunta.' }) titulo: string
  @Opcion(['texto', 'parrafos', 'lista', 'temas', 'enlace', 'correo', 'telefono'], {
    descripcion: 'Cómo se muestra; `temas`: los que eligió para sus propuestas, por los que se filtra la lista.',
  })
  tipo: 'texto' | 'parrafos' | 'lista' | 'temas' | 'enlace' | 'correo' | 'telefono'
  @Valor({ descripcion: 'Respuesta verificada: un texto o una lista de textos; nula si no hay.' }) valor: unknown
  @Texto({ descripcion: 'Por qué no hay respuesta.', nulo: true, ejemplo: 'sin_captura' }) blanco: string | null
}

export class PausaPublicaDto {
  @Texto({ descripcion: 'Por qué, en palabras para la ciudadanía.', nulo: true }) motivo: string | null
  @Fecha({ descripcion: 'Su último día; nulo si termina cuando el instituto lo decida.', nulo: true }) hasta: string | null
}

export class SeccionPublicaDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Opcion(['publicada', 'sin_captura', 'en_revision', 'observada', 'pausada', 'reservada'], { descripcion: 'Por qué se ve, o por qué no.' })
  estatus: 'publicada' | 'sin_captura' | 'en_revision' | 'observada' | 'pausada' | 'reservada'
  @Instante({ descripcion: 'Cuándo verificó el instituto lo que se ve.', nulo: true }) verificadaEn: string | null
  @Objeto(() => PausaPublicaDto, { descripcion: 'Por qué y hasta cuándo está pausada; nula si no lo está.', nulo: true })
  pausa: PausaPublicaDto | null
  @Lista(() => CampoPublicoDto, { descripcion: 'Preguntas y respuestas.' }) campos: CampoPublicoDto[]
}

export class DistintivoDto {
  @Texto({ descripcion: 'Clave del grupo.' }) grupo: string
  @Texto({ descripcion: 'Grupo.' }) nombre: string
  @Opcion(['accion_afirmativa', 'publicacion_autorizada'], { descripcion: 'De dónde viene que sea público.' }) origen:
    'accion_afirmativa' | 'publicacion_autorizada'
  @Texto({ descripcion: 'Qué significa.' }) explicacion: string
}

export class FechasPublicasDto {
  @Instante({ descripcion: 'Capturada.', nulo: true }) capturada: string | null
  @Instante({ descripcion: 'Validada por el actor político.', nulo: true }) validada: string | null
  @Instante({ descripcion: 'Verificada por el instituto.', nulo: true }) verificada: string | null
}

export class FinDifusionDto {
  @Fecha({ descripcion: 'Día en que terminó la difusión.' }) desde: string
  @Texto({ descripcion: 'Fundamento.' }) base: string
}

export class CandidaturaPublicaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre completo.' }) nombre: string
  @Texto({ descripcion: 'Sobrenombre.', nulo: true }) apodo: string | null
  @Texto({ descripcion: 'Sexo o género.', nulo: true }) sexo: string | null
  @Entero({ descripcion: 'Edad al corte.', nulo: true }) edad: number | null
  @Texto({ descripcion: 'Clave del cargo.' }) cargo: string
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Texto({ descripcion: 'Contienda.' }) contienda: string
  @Texto({ descripcion: 'Distrito.', nulo: true }) distrito: string | null
  @Texto({ descripcion: 'Municipio; de una comunidad, aquel en que está.', nulo: true }) municipio: string | null
  @Texto({ descripcion: 'Comunidad.', nulo: true }) comunidad: string | null
  @Objeto(() => ActorPublicoDto, { descripcion: 'Quién postula.' }) actorPolitico: ActorPublicoDto
  @Objeto(() => ReferenciaDto, { descripcion: 'Partido de origen.', nulo: true }) partidoOrigen: ReferenciaDto | null
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: (typeof CALIDADES)[number]
  @Entero({ descripcion: 'Número de lista o fórmula.' }) numero: number
  @Logico({ descripcion: 'Si busca la elección consecutiva.', nulo: true }) eleccionConsecutiva: boolean | null
  @Objeto(() => ReferenciaDto, { descripcion: 'Acción afirmativa del registro.', nulo: true }) accionAfirmativa: ReferenciaDto | null
  @Opcion(ESTATUS_CANDIDATURA, { descripcion: 'Estatus de la candidatura.' }) estatus: (typeof ESTATUS_CANDIDATURA)[number]
  @Objeto(() => SalidaPublicaDto, { descripcion: 'Cómo dejó el lugar; nula si lo ocupa.', nulo: true }) salida: SalidaPublicaDto | null
  @Objeto(() => LugarPublicoDto, { descripcion: 'Si dejó el lugar porque pasó a otro, el que ocupa ahora.', nulo: true })
  pasaA: LugarPublicoDto | null
  @Objeto(() => SustituyePublicaDto, { descripcion: 'A quién sustituyó.', nulo: true }) sustituyeA: SustituyePublicaDto | null
  @Opcion(ESTATUS_CAPTURA, { descripcion: 'Estatus de la captura; nulo si lo capturado ya no es público.', nulo: true })
  estatusCaptura: (typeof ESTATUS_CAPTURA)[number] | null
  @Objeto(() => FotografiaPublicaDto, { descripcion: 'Fotografía.', nulo: true }) fotografia: FotografiaPublicaDto | null
  @Lista(() => MiembroPublicoDto, { descripcion: 'Fórmula, sin quienes fueron sustituidas.' }) formula: MiembroPublicoDto[]
  @Lista(() => MiembroPlanillaPublicaDto, { descripcion: 'Los otros cargos de su planilla.' }) planilla: MiembroPlanillaPublicaDto[]
  @Lista(() => SeccionPublicaDto, { descripcion: 'Secciones del cuestionario curricular; ninguna si lo capturado ya no es público.' })
  secciones: SeccionPublicaDto[]
  @Lista(() => DistintivoDto, { descripcion: 'Grupos de atención prioritaria que son públicos.' }) distintivos: DistintivoDto[]
  @Objeto(() => FechasPublicasDto, { descripcion: 'Fechas.' }) fechas: FechasPublicasDto
  @Opcion(RESERVAS, {
    descripcion: 'Si por determinación del instituto no se muestra nada de la persona, o no se muestra una parte.',
    nulo: true,
  })
  reserva: (typeof RESERVAS)[number] | null
  @Objeto(() => FinDifusionDto, { descripcion: 'Si terminó la difusión, desde cuándo y por qué.', nulo: true })
  finDifusion: FinDifusionDto | null
  @Logico({ descripcion: 'Si la persona es ficticia.' }) simulacro: boolean
  @Texto({ descripcion: 'De quién es la responsabilidad del contenido.' }) responsable: string
  @Objeto(() => CorteRefDto, { descripcion: 'Corte en que se publicó esta versión.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal: hace que la huella no diga nada si el registro se suprime.' }) sal: string
}

export class EmblemaParamsDto {
  @Texto({ descripcion: 'Nombre del archivo.', patron: /^[0-9a-f]{64}\.webp$/ }) archivo: string
}

export class SenasParamsDto {
  @Texto({ descripcion: 'Nombre del archivo.', patron: /^[0-9a-f]{64}\.(mp4|webm|webp|vtt)$/ }) archivo: string
}

export class ArchivoParamsDto {
  @Texto({ descripcion: 'Nombre del archivo.', patron: /^[0-9a-f]{64}-(chica|media|grande)\.webp$/ }) archivo: string
}
