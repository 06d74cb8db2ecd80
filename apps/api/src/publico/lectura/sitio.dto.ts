import {
  CONFIANZAS,
  ETAPAS_CONCLUSION,
  FORMAS_MARCAR,
  MEDIOS_SENAS,
  TIPOS_DEMARCACION,
  type FormaMarcar,
  type TipoDemarcacion,
} from '@conoceles/domain'
import { Entero, Fecha, Libre, Libres, Lista, Logico, Objeto, Opcion, Opciones, Texto, Textos } from '../../shared/validacion/fields.ts'
import { ActorColorDto, CorteRefDto, FinDifusionDto, ReferenciaDto } from './publico.dto.ts'
import { ValidacionDto } from './lectura-facil.dto.ts'

export class CifrasDto {
  @Entero({ descripcion: 'Candidaturas de la lista: vigentes y canceladas.' }) candidaturas: number
  @Entero({ descripcion: 'De la lista, vigentes.' }) vigentes: number
  @Entero({ descripcion: 'De la lista, canceladas.' }) canceladas: number
  @Entero({ descripcion: 'Sustituidas: fuera de la lista, con página propia.' }) sustituidas: number
  @Entero({ descripcion: 'De las vigentes, con alguna captura.' }) conCaptura: number
  @Entero({ descripcion: 'De las vigentes, verificadas.' }) verificadas: number
  @Entero({ descripcion: 'Contiendas con candidaturas publicadas.' }) contiendas: number
  @Entero({ descripcion: 'Municipios de la entidad.' }) municipios: number
  @Entero({ descripcion: 'Distritos de la entidad.' }) distritos: number
}

export class CargoPublicoDto extends ReferenciaDto {
  @Texto({ descripcion: 'Nombre de una candidatura.' }) singular: string
  @Opcion(['mayoria_relativa', 'representacion_proporcional'], { descripcion: 'Principio por el que se elige.' }) principio:
    'mayoria_relativa' | 'representacion_proporcional'
  @Opcion(TIPOS_DEMARCACION, { descripcion: 'En qué clase de lugar se elige; no está en los cortes de antes.', opcional: true })
  demarcacion?: TipoDemarcacion
  @Entero({ descripcion: 'Candidaturas de su lista: vigentes y canceladas.' }) candidaturas: number
  @Fecha({ descripcion: 'Día en que empieza su publicación; nulo mientras nadie lo confirme.', nulo: true }) inicioPublicacion:
    string | null
  @Logico({ descripcion: 'Si ya empezó.' }) abierta: boolean
}

export class ActorProcesoDto extends ActorColorDto {
  @Opcion(['partido', 'alianza', 'independiente'], { descripcion: 'Partido, alianza o independiente.' }) tipo:
    'partido' | 'alianza' | 'independiente'
  @Texto({ descripcion: 'Nota.', nulo: true }) nota: string | null
  @Textos({ descripcion: 'Claves de los partidos que la integran en alguna contienda.' }) integrantes: string[]
}

export class MunicipioPublicoDto extends ReferenciaDto {
  @Texto({ descripcion: 'Cómo elige su ayuntamiento.', nulo: true }) regimen: string | null
}

export class ComunidadPublicaDto extends ReferenciaDto {
  @Texto({ descripcion: 'Clave del municipio en que está.' }) municipio: string
}

export class InstitutoPublicoDto {
  @Texto({ descripcion: 'Siglas.' }) siglas: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Sitio.', nulo: true }) sitio: string | null
  @Texto({ descripcion: 'Domicilio.', nulo: true }) domicilio: string | null
  @Texto({ descripcion: 'Teléfono.', nulo: true }) telefono: string | null
}

export class FuenteDto {
  @Texto({ descripcion: 'Dato.' }) dato: string
  @Texto({ descripcion: 'De dónde se tomó.' }) fuente: string
  @Texto({ descripcion: 'Confianza.' }) confianza: string
}

export class BoletaPublicaDto extends ReferenciaDto {
  @Textos({ descripcion: 'Claves de los cargos del frente, en orden.' }) frente: string[]
  @Textos({ descripcion: 'Claves de los cargos cuyas listas van al reverso.' }) reverso: string[]
  @Textos({ descripcion: 'Cómo se vota en ella, frase por frase.' }) comoSeVota: string[]
  @Texto({ descripcion: 'Cómo se ve en ella una alianza; nulo si no se dice.', nulo: true }) alianza: string | null
  @Opcion(FORMAS_MARCAR, { descripcion: 'Cómo se marca; nulo si no se dice.', nulo: true }) seMarca: FormaMarcar | null
  @Fecha({ descripcion: 'Día en que se imprimió; nulo si no consta.', nulo: true }) impresa: string | null
}

export class IdiomaOfrecidoDto {
  @Texto({ descripcion: 'Código BCP 47, en minúsculas.', ejemplo: 'nah' }) codigo: string
  @Texto({ descripcion: 'Nombre, como lo escribe quien la habla.' }) nombre: string
  @Objeto(() => ValidacionDto, { descripcion: 'Quién validó la traducción; nulo si nadie todavía.', nulo: true })
  validacion: ValidacionDto | null
}

export class SenasDto {
  @Texto({ descripcion: 'Página de la que trata.', ejemplo: '/como-votar' }) pagina: string
  @Texto({ descripcion: 'Dirección del video.', ejemplo: 'https://instituto.example/como-votar.mp4' }) direccion: string
  @Entero({ descripcion: 'Duración, en segundos.', min: 1 }) segundos: number
  @Entero({ descripcion: 'Tamaño, en bytes.', min: 1 }) bytes: number
  @Texto({ descripcion: 'Persona o grupo que interpreta.' }) quien: string
  @Opcion(Object.keys(MEDIOS_SENAS), {
    descripcion: 'Medio, si este sitio sirve el archivo; no está si la dirección es de otro sitio.',
    opcional: true,
  })
  medio?: string
  @Texto({ descripcion: 'Dirección de una imagen del video.', opcional: true }) cartel?: string
  @Texto({ descripcion: 'Dirección de sus subtítulos (WebVTT).', opcional: true }) subtitulos?: string
}

export class CasillaDto {
  @Texto({ descripcion: 'Nombre del servicio.', ejemplo: 'Ubica tu casilla' }) nombre: string
  @Texto({ descripcion: 'Dirección.', ejemplo: 'https://autoridad.example/casillas' }) direccion: string
}

export class ProcesoPublicoDto extends ReferenciaDto {
  @Texto({ descripcion: 'Entidad.' }) entidad: string
  @Objeto(() => InstitutoPublicoDto, { descripcion: 'Instituto responsable.' }) instituto: InstitutoPublicoDto
  @Logico({ descripcion: 'Si es un simulacro.' }) simulacro: boolean
  @Texto({ descripcion: 'Zona horaria de sus días y horas (nombre de la base de datos IANA).', ejemplo: 'America/Mexico_City' })
  zona: string
  @Fecha({ descripcion: 'Jornada electoral.' }) jornada: string
  @Texto({ descripcion: 'De quién es la responsabilidad del contenido.' }) responsabilidad: string
  @Objeto(() => FinDifusionDto, { descripcion: 'Si terminó la difusión, desde cuándo y por qué.', nulo: true })
  finDifusion: FinDifusionDto | null
  @Fecha({ descripcion: 'Desde cuándo se pide a los buscadores que no ofrezcan las candidaturas.', nulo: true }) desindexada: string | null
  @Objeto(() => CifrasDto, { descripcion: 'Cifras de lo publicado.' }) cifras: CifrasDto
  @Lista(() => CargoPublicoDto, { descripcion: 'Cargos.' }) cargos: CargoPublicoDto[]
  @Lista(() => ActorProcesoDto, { descripcion: 'Actores políticos.' }) actoresPoliticos: ActorProcesoDto[]
  @Libre({
    descripcion: 'Clave de quien postula → dirección de su emblema registrado. Nulo si no hay ninguno.',
    nulo: true,
    opcional: true,
    ejemplo: {},
  })
  emblemas?: Record<string, string> | null
  @Lista(() => IdiomaOfrecidoDto, {
    descripcion: 'Lenguas en que se leen las páginas que explican, además del español; nulo si ninguna.',
    nulo: true,
    opcional: true,
  })
  idiomas?: IdiomaOfrecidoDto[] | null
  @Lista(() => SenasDto, { descripcion: 'Páginas en Lengua de Señas Mexicana; nulo si ninguna.', nulo: true, opcional: true })
  senas?: SenasDto[] | null
  @Fecha({ descripcion: 'Día en que se revisó lo que el sitio dice de su accesibilidad; nulo si no consta.', nulo: true })
  accesibilidad: string | null
  @Logico({ descripcion: 'Si hay un aviso de privacidad en vigor.', opcional: true }) conAviso?: boolean
  @Logico({ descripcion: 'Si hay una versión en lectura fácil.', opcional: true }) conLecturaFacil?: boolean
  @Logico({ descripcion: 'Si el proceso no tiene secciones: la boleta se busca por municipio.', opcional: true }) sinSecciones?: boolean
  @Lista(() => ReferenciaDto, { descripcion: 'Distritos.' }) distritos: ReferenciaDto[]
  @Lista(() => MunicipioPublicoDto, { descripcion: 'Municipios.' }) municipios: MunicipioPublicoDto[]
  @Lista(() => ComunidadPublicaDto, { descripcion: 'Comunidades con autoridades propias (cuarto orden de gobierno).' })
  comunidades: ComunidadPublicaDto[]
  @Lista(() => BoletaPublicaDto, { descripcion: 'Boletas que recibe quien vota, en orden; vacía si el proceso no las nombra.' })
  boletas: BoletaPublicaDto[]
  @Textos({ descripcion: 'Qué boletas de otra elección se reciben el mismo día, por párrafos; vacía si ninguna.', opcional: true })
  otrasBoletas?: string[]
  @Textos({ descripcion: 'Qué saber antes de ir a votar, por párrafos; vacía si el proceso no lo dice.', opcional: true })
  paraVotar?: string[]
  @Objeto(() => CasillaDto, { descripcion: 'Dónde se busca la casilla propia; nulo si no consta.', nulo: true, opcional: true })
  casilla?: CasillaDto | null
  @Textos({ descripcion: 'Por qué no hay candidaturas al ayuntamiento donde se elige por sistemas normativos, por párrafos.' })
  sistemasNormativos: string[]
  @Lista(() => FuenteDto, { descripcion: 'Fuentes de los catálogos.' }) fuentes: FuenteDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

export class ContiendaPublicaDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Clave del cargo.' }) cargo: string
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Texto({ descripcion: 'Distrito.', nulo: true }) distrito: string | null
  @Texto({ descripcion: 'Municipio; de una comunidad, aquel en que está.', nulo: true }) municipio: string | null
  @Texto({ descripcion: 'Comunidad.', nulo: true }) comunidad: string | null
  @Entero({ descripcion: 'Candidaturas de su lista: vigentes y canceladas.' }) candidaturas: number
}

export class ListContiendasDto {
  @Lista(() => ContiendaPublicaDto, { descripcion: 'Contiendas abiertas.' }) elementos: ContiendaPublicaDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

export class TerritorioDto {
  @Libre({ descripcion: 'Sección electoral → [municipio, distrito].', ejemplo: { '1': ['17001', 'd11'] } }) secciones: Record<
    string,
    string[]
  >
  @Libre({ descripcion: 'Comunidad → municipio en que está.', ejemplo: {} }) comunidades: Record<string, string>
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

export class FechaPublicaDto {
  @Fecha({ descripcion: 'Primer día.' }) inicio: string
  @Fecha({ descripcion: 'Último día.' }) fin: string
  @Texto({ descripcion: 'Qué pasa.' }) evento: string
  @Texto({ descripcion: 'De dónde se tomó; nula si nadie lo ha confirmado.', nulo: true }) fuente: string | null
  @Opcion(['paso', 'en_curso', 'falta'], {
    descripcion: 'Si ya pasó, corre o falta, el día del corte; no está en los cortes de antes.',
    opcional: true,
  })
  momento?: 'paso' | 'en_curso' | 'falta'
}

export class CalendarioPublicoDto {
  @Lista(() => FechaPublicaDto, { descripcion: 'Fechas, de la primera a la última.' }) elementos: FechaPublicaDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

export class SustentoPublicoDto {
  @Opcion(['acuerdo', 'resolucion'], { descripcion: 'Acuerdo de un órgano del instituto, o resolución de otra autoridad.' }) clase:
    'acuerdo' | 'resolucion'
  @Texto({ descripcion: 'Número del acuerdo, o expediente de la resolución.' }) numero: string
  @Fecha({ descripcion: 'Fecha.' }) fecha: string
  @Texto({ descripcion: 'Autoridad que resolvió; nula si es un acuerdo.', nulo: true }) autoridad: string | null
}

export class CampoPoliticaPublicaDto {
  @Texto({ descripcion: 'Clave del campo.' }) campo: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Opcion(['ficha', 'curricular', 'identidad'], { descripcion: 'De dónde viene el campo.' }) origen: 'ficha' | 'curricular' | 'identidad'
  @Logico({ descripcion: 'Si es público al corte.' }) publico: boolean
  @Texto({ descripcion: 'Fundamento; nulo si la política no lo nombra, y entonces no es público.', nulo: true }) base: string | null
  @Texto({ descripcion: 'De dónde se tomó.', nulo: true }) fuente: string | null
  @Texto({ descripcion: 'Con qué confianza se sabe.', nulo: true }) confianza: string | null
  @Fecha({ descripcion: 'Primer día en que es público.', nulo: true }) desde: string | null
  @Fecha({ descripcion: 'Último día en que es público.', nulo: true }) hasta: string | null
  @Objeto(() => SustentoPublicoDto, { descripcion: 'Quién lo ordenó; nulo si llegó con el proceso.', nulo: true })
  sustento: SustentoPublicoDto | null
}

export class ConservaPublicaDto {
  @Texto({ descripcion: 'Qué se conserva.' }) que: string
  @Texto({ descripcion: 'Por qué.' }) porque: string
}

export class EtapaPublicaDto {
  @Opcion(ETAPAS_CONCLUSION, { descripcion: 'Etapa.' }) clave: (typeof ETAPAS_CONCLUSION)[number]
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Qué pasa en ella.' }) explicacion: string
  @Fecha({ descripcion: 'Desde qué día se puede realizar; nula: por confirmar.', nulo: true }) fecha: string | null
  @Texto({ descripcion: 'La regla de ese día, en palabras.' }) regla: string
  @Texto({ descripcion: 'Acuerdo o resolución que fijó el día.', nulo: true }) sustento: string | null
  @Texto({ descripcion: 'Fundamento.' }) base: string
  @Texto({ descripcion: 'De dónde sale.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es.' }) confianza: (typeof CONFIANZAS)[number]
  @Lista(() => ConservaPublicaDto, { descripcion: 'Qué se conserva, y por qué.' }) conserva: ConservaPublicaDto[]
  @Fecha({ descripcion: 'Día en que se realizó.', nulo: true }) realizada: string | null
}

export class PoliticaPublicaDto {
  @Entero({ descripcion: 'Versión.' }) version: number
  @Fecha({ descripcion: 'Desde cuándo rige.' }) vigenteDesde: string
  @Lista(() => CampoPoliticaPublicaDto, { descripcion: 'Campo por campo.' }) campos: CampoPoliticaPublicaDto[]
  @Lista(() => EtapaPublicaDto, { descripcion: 'Hasta cuándo se publica y qué sigue después de la jornada.' }) conclusion: EtapaPublicaDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

const TIPOS_AVISO = ['integral', 'simplificado']
const DECISIONES = ['tratamiento', 'publicacion', 'estadistica']

export class AvisoParamsDto {
  @Opcion(TIPOS_AVISO, { descripcion: 'Cuál de los dos.' }) tipo: (typeof TIPOS_AVISO)[number]
}

export class VersionAvisoParamsDto extends AvisoParamsDto {
  @Entero({ descripcion: 'Número de la versión.', min: 1, ejemplo: 1 }) version: number
}

export class CambiosAvisoParamsDto extends VersionAvisoParamsDto {
  @Entero({ descripcion: 'Versión anterior con la que se compara.', min: 1, ejemplo: 1 }) de: number
}

export class AvisoPublicoDto {
  @Opcion(TIPOS_AVISO, { descripcion: 'Integral o simplificado.' }) tipo: (typeof TIPOS_AVISO)[number]
  @Entero({ descripcion: 'Versión.' }) version: number
  @Fecha({ descripcion: 'Desde qué día rige.' }) vigenteDesde: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Texto({ descripcion: 'Texto en Markdown.', max: 200_000 }) texto: string
  @Libres({ descripcion: 'El mismo texto ya leído: títulos, párrafos, listas, tablas.' }) bloques: object[]
  @Libre({ descripcion: 'Quién lo aprobó, cuándo, en qué sesión, y con qué confianza se sabe.' }) aprobacion: object
  @Libre({ descripcion: 'Ley que regía en su primer día, con su fuente.', nulo: true }) ley: object | null
  @Texto({ descripcion: 'Huella de ambos textos.' }) sha256: string
  @Entero({ descripcion: 'Versión anterior; nulo: es la primera.', nulo: true }) anterior: number | null
  @Texto({ descripcion: 'Dirección de su forma impresa (PDF accesible); nulo si no la tiene.', nulo: true }) pdf: string | null
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

export class FilaAvisoDto {
  @Entero({ descripcion: 'Versión.' }) version: number
  @Fecha({ descripcion: 'Primer día en que rige.' }) vigenteDesde: string
  @Fecha({ descripcion: 'Último día en que rigió, aunque sólo una parte; nulo: es la vigente.', nulo: true }) vigenteHasta: string | null
  @Texto({ descripcion: 'Huella de ambos textos.' }) sha256: string
  @Libre({ descripcion: 'Quién la aprobó, cuándo y en qué sesión.' }) aprobacion: object
  @Libre({ descripcion: 'Ley que regía en su primer día.', nulo: true }) ley: object | null
  @Opciones(DECISIONES, { descripcion: 'Decisiones que volvió a pedir, porque cambiaron sus finalidades.' }) porRenovar: string[]
}

export class ListAvisosPublicosDto {
  @Lista(() => FilaAvisoDto, { descripcion: 'Versiones, la vigente primero.' }) elementos: FilaAvisoDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

export class CambiosAvisoDto {
  @Opcion(TIPOS_AVISO, { descripcion: 'Cuál de los dos.' }) tipo: (typeof TIPOS_AVISO)[number]
  @Entero({ descripcion: 'De qué versión.' }) de: number
  @Entero({ descripcion: 'A qué versión.' }) a: number
  @Libres({ descripcion: 'Párrafos: qué le pasó a cada uno (kind) y sus palabras (segments).' }) parrafos: object[]
  @Libres({ descripcion: 'Finalidades agregadas, retiradas o cambiadas.' }) finalidades: object[]
  @Opciones(DECISIONES, { descripcion: 'Decisiones cuyas finalidades cambiaron.' }) porRenovar: string[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}
