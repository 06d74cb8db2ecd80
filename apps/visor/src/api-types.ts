/** Shapes of the public answers that the visor reads. */
export type { Problem } from '@conoceles/api-client'

export interface Corte {
  numero: number
  en: string
}

export interface Nombrado {
  clave: string
  nombre: string
}

export interface CargoPublico extends Nombrado {
  singular: string
  principio?: string
  candidaturas: number
  inicioPublicacion: string | null
  abierta: boolean
}

export interface ActorPoliticoPublico extends Nombrado {
  tipo: string
  integrantes: string[]
  color: string | null
  nota: string | null
}

export interface Proceso extends Nombrado {
  entidad: string
  instituto: { siglas: string; nombre: string; sitio: string | null }
  simulacro: boolean
  jornada: string
  corte: Corte | null
  cifras: {
    candidaturas: number
    conCaptura: number
    verificadas: number
    contiendas: number
    municipios: number
    distritos: number
  }
  cargos: CargoPublico[]
  actoresPoliticos: ActorPoliticoPublico[]
  distritos: Nombrado[]
  municipios: (Nombrado & { regimen: string | null })[]
}

export interface Contienda {
  clave: string
  cargo: string
  cargoNombre: string
  lugar: string
  distrito: string | null
  municipio: string | null
  candidaturas: number
}

export interface Territorio {
  /** Section of the voter card → [municipio, distrito]. */
  secciones: Record<string, string[]>
}

export interface Fila {
  id: string
  nombre: string
  apodo: string | null
  cargo: string
  cargoNombre: string
  lugar: string
  actorPolitico: { clave: string; nombre: string; color: string | null }
  partidoOrigen: Nombrado | null
  calidad: string
  numero: number | null
  sexo: string | null
  fotografia: string | null
  textoAlternativo: string | null
  conPropuestas: boolean
  estatusCaptura: string
  estatus: string
}

export interface Pagina<Elemento> {
  elementos: Elemento[]
  total: number
  siguiente: string | null
}

export type Blanco = 'sin_captura' | 'en_revision' | 'observada' | 'no_proporcionada'

export interface Campo {
  clave: string
  titulo: string
  tipo: 'texto' | 'parrafos' | 'lista' | 'enlace' | 'correo' | 'telefono'
  valor: string | string[] | null
  blanco: Blanco | null
}

export interface Seccion {
  clave: string
  titulo: string
  estatus: 'publicada' | 'sin_captura' | 'en_revision' | 'observada'
  verificadaEn: string | null
  campos: Campo[]
}

export interface Distintivo {
  grupo: string
  nombre: string
  origen: 'accion_afirmativa' | 'publicacion_autorizada'
  explicacion: string
}

export interface CandidaturaPublica extends Omit<
  Fila,
  'fotografia' | 'textoAlternativo' | 'conPropuestas' | 'estatusCaptura' | 'actorPolitico'
> {
  edad: number | null
  contienda: string
  distrito: string | null
  municipio: string | null
  actorPolitico: Nombrado & { tipo: string; integrantes: Nombrado[]; color: string | null; nota: string | null }
  eleccionConsecutiva: boolean
  accionAfirmativa: Nombrado | null
  fotografia: {
    chica: string
    media: string
    grande: string
    textoAlternativo: string
    tomadaEn: string | null
  } | null
  formula: { id: string; nombre: string; calidad: string; estatus: string }[]
  secciones: Seccion[]
  distintivos: Distintivo[]
  fechas: { capturada: string | null; validada: string | null; verificada: string | null }
  simulacro: boolean
  responsable: string
  corte: Corte | null
}

export interface AvisoPrivacidad {
  tipo: 'integral' | 'simplificado'
  version: number
  titulo: string
  texto: string
  aprobacion: { organo: string; fecha: string | null; acta: string | null; confianza: string }
  sha256: string
}

export interface AcusePublico {
  folio: string
  acto: string
  sha256: string
  recibidoEn: string
  firma: string
  llave: string
  valido: boolean
}

interface Get<Parameters, Answer> {
  get: { parameters: Parameters; responses: { 200: { content: { 'application/json': Answer } } } }
}

interface None {
  query?: never
  path?: never
}

export interface paths {
  '/publico/proceso': Get<None, Proceso>
  '/publico/contiendas': Get<None, { elementos: Contienda[] }>
  '/publico/territorio': Get<None, Territorio>
  '/publico/candidaturas': Get<{ query?: Record<string, string>; path?: never }, Pagina<Fila>>
  '/publico/candidaturas/{id}': Get<{ path: { id: string } }, CandidaturaPublica>
  '/publico/avisos-privacidad/{tipo}': Get<{ path: { tipo: string } }, AvisoPrivacidad>
  '/publico/acuses/{folio}': Get<{ path: { folio: string } }, AcusePublico>
}
