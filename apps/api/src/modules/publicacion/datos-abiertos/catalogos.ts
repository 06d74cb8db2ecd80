import {
  CALIDADES,
  ESTATUS_CANDIDATURA,
  ESTATUS_CAPTURA,
  SEXOS,
  type CausaPack,
  type Calidad,
  type EstatusCandidatura,
  type EstatusCaptura,
  type GrupoPack,
  type Sexo,
  type Sourced,
} from '@conoceles/domain'
import type { DemarcacionRow } from './datos-abiertos.queries.ts'

/** A closed list of values that the public data use. */
export interface Catalogo {
  clave: string
  titulo: string
  valores: ValorCatalogo[]
  fuente: string | null
  confianza: string | null
}

export interface ValorCatalogo {
  clave: string
  nombre: string
  /** Detail that tells equal names apart: the principio of a cargo, the cabecera of a distrito, the municipio of a comunidad. */
  detalle: string | null
}

interface Palabras {
  cargos: readonly { clave: string; nombre: string; principio: string }[]
  actores: readonly { clave: string; nombre: string; tipo: string }[]
  demarcaciones: readonly DemarcacionRow[]
  grupos: readonly GrupoPack[]
  causas: readonly CausaPack[]
  fuentes: readonly ({ dato: string } & Sourced)[]
}

/** Every catalogue of the public data: those of the proceso, and the words of this system. */
export function buildCatalogos({ cargos, actores, demarcaciones, grupos, causas, fuentes }: Palabras): Catalogo[] {
  const de = (dato: string) => fuentes.find((each) => each.dato === dato) ?? null
  const lugares = de('Distritos y municipios')
  const places = (tipo: DemarcacionRow['tipo'], detalle: (row: DemarcacionRow) => string | null) =>
    demarcaciones.filter((row) => row.tipo === tipo).map((row) => ({ clave: row.clave, nombre: row.nombre, detalle: detalle(row) }))
  const publicas = causas.filter(({ publica }) => publica)
  return [
    named('cargo', 'Cargos', {
      valores: cargos.map(({ clave, nombre, principio }) => ({ clave, nombre, detalle: principio })),
      from: de('Cargos'),
    }),
    named('actor_politico', 'Partidos, alianzas y candidaturas independientes', {
      valores: actores.map(({ clave, nombre, tipo }) => ({ clave, nombre, detalle: tipo })),
      from: null,
    }),
    named('distrito', 'Distritos', { valores: places('distrito', ({ cabecera }) => cabecera), from: lugares }),
    named('municipio', 'Municipios', { valores: places('municipio', () => null), from: lugares }),
    named('comunidad', 'Comunidades', { valores: places('comunidad', ({ pertenece }) => pertenece), from: lugares }),
    named('grupo', 'Grupos de atención prioritaria', {
      valores: grupos.map(({ clave, nombre }) => ({ clave, nombre, detalle: null })),
      from: grupos[0] ?? null,
    }),
    named('causa', 'Causas de salida que pueden decirse', {
      valores: publicas.map(({ clave, nombre }) => ({ clave, nombre, detalle: null })),
      from: publicas[0] ?? null,
    }),
    ...DEL_SISTEMA,
  ]
}

function named(clave: string, titulo: string, { valores, from }: { valores: ValorCatalogo[]; from: Sourced | null }): Catalogo {
  return { clave, titulo, valores, fuente: from?.fuente ?? null, confianza: from?.confianza ?? null }
}

function words<T extends string>(
  clave: string,
  titulo: string,
  { claves, nombres }: { claves: readonly T[]; nombres: Record<T, string> },
): Catalogo {
  return named(clave, titulo, { valores: claves.map((each) => ({ clave: each, nombre: nombres[each], detalle: null })), from: null })
}

const NOMBRES_CALIDAD: Record<Calidad, string> = { propietaria: 'Propietaria', suplente: 'Suplente' }
const NOMBRES_SEXO: Record<Sexo, string> = { mujer: 'Mujer', hombre: 'Hombre', no_binario: 'No binario' }
const NOMBRES_ESTATUS: Record<EstatusCandidatura, string> = {
  aprobada: 'Registro aprobado',
  sustituida: 'Sustituida: otra persona ocupa su lugar',
  cancelada: 'Cancelada',
}
const NOMBRES_CAPTURA: Record<EstatusCaptura, string> = {
  sin_captura: 'Sin captura',
  en_captura: 'En captura',
  completa: 'Completa, sin validar',
  validada: 'Validada por quien postula',
  observada: 'Con observaciones del instituto',
  en_correccion: 'En corrección',
  verificada: 'Verificada por el instituto',
}

const SECCIONES = ['publicada', 'sin_captura', 'en_revision', 'observada', 'pausada', 'reservada'] as const
const NOMBRES_SECCION: Record<(typeof SECCIONES)[number], string> = {
  publicada: 'Se publica',
  sin_captura: 'Todavía no se envía al instituto',
  en_revision: 'Se envió y el instituto la revisa',
  observada: 'El instituto la observó y espera la corrección',
  pausada: 'El instituto la pausó',
  reservada: 'No se muestra por determinación del instituto',
}

const BLANCOS = ['no_proporcionada', ...SECCIONES.filter((each) => each !== 'publicada')] as const
const NOMBRES_BLANCO: Record<(typeof BLANCOS)[number], string> = {
  ...NOMBRES_SECCION,
  no_proporcionada: 'La persona no proporcionó el dato',
}

const RESERVAS = ['persona', 'parcial'] as const
const NOMBRES_RESERVA: Record<(typeof RESERVAS)[number], string> = {
  persona: 'Por determinación del instituto no se muestra nada de la persona',
  parcial: 'Por determinación del instituto no se muestra una parte',
}

const DEL_SISTEMA: readonly Catalogo[] = [
  words('calidad', 'Calidad', { claves: CALIDADES, nombres: NOMBRES_CALIDAD }),
  words('sexo', 'Sexo o género', { claves: SEXOS, nombres: NOMBRES_SEXO }),
  words('estatus', 'Estatus de la candidatura', { claves: ESTATUS_CANDIDATURA, nombres: NOMBRES_ESTATUS }),
  words('estatus_captura', 'Estatus de la captura', { claves: ESTATUS_CAPTURA, nombres: NOMBRES_CAPTURA }),
  words('estatus_seccion', 'Por qué se ve una sección, o por qué no', { claves: SECCIONES, nombres: NOMBRES_SECCION }),
  words('blanco', 'Por qué no hay respuesta', { claves: BLANCOS, nombres: NOMBRES_BLANCO }),
  words('reserva', 'Qué no se muestra por determinación del instituto', { claves: RESERVAS, nombres: NOMBRES_RESERVA }),
]
