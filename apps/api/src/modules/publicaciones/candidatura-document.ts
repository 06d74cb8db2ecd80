import type { Temporal } from 'temporal-polyfill'
import { preguntaDe, seccionesDe, type CompiledCuestionario, type Respuestas, type Seccion } from '@conoceles/cuestionarios'
import { consentimientoQueRige, edadEn, type CausaPack, type GrupoPack, type OrdenRevision, type SupuestoPack } from '@conoceles/domain'
import type { Politica } from './politica.ts'
import type { CandidaturaSource, SeccionSource } from './source.queries.ts'

export interface DocumentContext {
  politica: Politica
  curricular: CompiledCuestionario
  grupos: GrupoPack[]
  causas: CausaPack[]
  supuestos: SupuestoPack[]
  orden: OrdenRevision
  hoy: Temporal.PlainDate
  simulacro: boolean
  responsabilidad: string
}

export type Blanco = Exclude<EstatusPublico, 'publicada'> | 'no_proporcionada'

export interface CampoPublico {
  clave: string
  titulo: string
  tipo: string
  valor: unknown
  /** Why there is no value; null when there is one. */
  blanco: Blanco | null
}

export interface Distintivo {
  grupo: string
  nombre: string
  origen: 'accion_afirmativa' | 'publicacion_autorizada'
  explicacion: string
}

/**
 * The public record of one candidatura: policy ∧ consent ∧ verified (or only validated, where the pack publishes first). Built field by
 * field, so that what is not named here cannot leave. `identidad` holds answers that got so far, and only of a persona who consented to
 * their publication.
 */
export function buildDocument(source: CandidaturaSource, identidad: Respuestas, context: DocumentContext) {
  const { politica } = context
  return {
    id: source.id,
    nombre: source.nombre,
    cargo: source.cargo,
    cargoNombre: source.cargoNombre,
    lugar: source.lugar,
    contienda: source.contienda,
    ...placeOf(source),
    actorPolitico: { ...source.actor, integrantes: source.integrantes },
    partidoOrigen: politica.de('partidoOrigen', source.partidoOrigen),
    calidad: source.calidad,
    numero: source.numero,
    estatus: source.estatus,
    salida: politica.de('salida', salidaOf(source, context)),
    sustituyeA: politica.de('sustituyeA', source.sustituyeA),
    formula: politica.de('formula', source.formula) ?? [],
    planilla: politica.de('formula', source.planilla) ?? [],
    ...(isRetirada(source, politica) ? NOTHING_OF_HERS : personalOf(source, identidad, context)),
    simulacro: context.simulacro,
    responsable: context.responsabilidad,
  }
}

/** Who left keeps a name, a place, who postulated and the notice; the rest served to vote for her. */
export function isRetirada({ estatus }: { estatus: string }, politica: Politica): boolean {
  return estatus !== 'aprobada' && !politica.permite('salidaCaptura')
}

function personalOf(source: CandidaturaSource, identidad: Respuestas, context: DocumentContext) {
  const { politica } = context
  return {
    apodo: politica.de('apodo', source.apodo),
    sexo: politica.de('sexo', source.sexo),
    edad: politica.de('edad', source.fechaNacimiento === null ? source.edadDeclarada : edadEn(source.fechaNacimiento, context.hoy)),
    eleccionConsecutiva: politica.de('eleccionConsecutiva', source.eleccionConsecutiva),
    accionAfirmativa: politica.de('accionAfirmativa', groupOf(source.accionAfirmativa, context)),
    estatusCaptura: source.estatusCaptura,
    fotografia: politica.de('fotografia', photoOf(source, context)),
    secciones: seccionesDe(context.curricular).map((seccion) => buildSeccion(source, seccion, context)),
    distintivos: politica.permite('distintivos') ? buildDistintivos(source, identidad, context) : [],
    fechas: { capturada: source.capturadaEn, validada: source.validadaEn, verificada: source.verificadaEn },
  }
}

type Personal = { [K in keyof ReturnType<typeof personalOf>]: ReturnType<typeof personalOf>[K] | null }

const NOTHING_OF_HERS = {
  apodo: null,
  sexo: null,
  edad: null,
  eleccionConsecutiva: null,
  accionAfirmativa: null,
  estatusCaptura: null,
  fotografia: null,
  secciones: [],
  distintivos: [],
  fechas: { capturada: null, validada: null, verificada: null },
} satisfies Personal

const NO_ACT = { causa: null, desde: null, acuerdo: null, entra: null }

/** Only a cause that the catalogue marks as public is told. */
function salidaOf({ estatus, salida }: CandidaturaSource, { politica, causas }: DocumentContext) {
  if (estatus === 'aprobada') return null
  const { desde, acuerdo, entra, ...act } = salida ?? NO_ACT
  const causa = causas.find(({ clave, publica }) => publica && clave === act.causa)
  return { tipo: estatus, desde, acuerdo, causa: causa ? politica.de('salidaCausa', causa.nombre) : null, entra }
}

export type CandidaturaDocument = ReturnType<typeof buildDocument>

/** Whether identity answers may be opened at all to decide badges. */
export function consienteIdentidad(source: CandidaturaSource, orden: OrdenRevision): boolean {
  const rige = consentimientoQueRige(source.consentimientos)
  const good = rige !== null && (rige.revision === 'no_requiere' || rige.revision === 'aceptada')
  const reached = orden === 'verificar_y_publicar' ? source.verificadaEn : source.validadaEn
  return reached !== null && good && rige.tratamiento && rige.publicacion
}

/** Row of the public list. */
export function buildFila(document: CandidaturaDocument) {
  return {
    id: document.id,
    nombre: document.nombre,
    apodo: document.apodo,
    cargo: document.cargo,
    cargoNombre: document.cargoNombre,
    lugar: document.lugar,
    actorPolitico: { clave: document.actorPolitico.clave, nombre: document.actorPolitico.nombre, color: document.actorPolitico.color },
    partidoOrigen: document.partidoOrigen,
    calidad: document.calidad,
    numero: document.numero,
    sexo: document.sexo,
    fotografia: document.fotografia?.chica ?? null,
    textoAlternativo: document.fotografia?.textoAlternativo ?? null,
    conPropuestas: hasPropuestas(document),
    estatusCaptura: document.estatusCaptura,
    estatus: document.estatus,
    salida: document.salida,
  }
}

export function hasPropuestas(document: CandidaturaDocument): boolean {
  return document.secciones.some(({ clave, campos }) => clave === 'propuestas' && campos.some(({ valor }) => valor !== null))
}

export const TAMANOS = ['chica', 'media', 'grande'] as const

export function rutaFotografia(sha256: string, tamano: (typeof TAMANOS)[number]): string {
  return `fotografias/${sha256}-${tamano}.webp`
}

/** A comunidad is found in its municipio as well. */
function placeOf({ demarcacionTipo: tipo, demarcacionClave: clave, pertenece }: CandidaturaSource) {
  return {
    distrito: tipo === 'distrito' ? clave : null,
    municipio: tipo === 'municipio' ? clave : tipo === 'comunidad' ? pertenece : null,
    comunidad: tipo === 'comunidad' ? clave : null,
  }
}

function photoOf({ fotografia }: CandidaturaSource, { orden }: DocumentContext) {
  if (!fotografia || !(orden === 'verificar_y_publicar' ? fotografia.verificada : fotografia.validada)) return null
  const url = (tamano: (typeof TAMANOS)[number]) => `/api/v1/publico/${rutaFotografia(fotografia.sha256, tamano)}`
  const { textoAlternativo, tomadaEn } = fotografia
  return { chica: url('chica'), media: url('media'), grande: url('grande'), textoAlternativo, tomadaEn }
}

function buildSeccion(source: CandidaturaSource, { clave, titulo, campos }: Seccion, context: DocumentContext) {
  const { curricular, politica, supuestos, orden } = context
  const row = source.secciones.find((seccion) => seccion.tipo === 'curricular' && seccion.clave === clave)
  const estatus = estatusOf(row, orden)
  const { publicables, verificadaEn } = estatus === 'publicada' && row ? publicableOf(row, orden) : NOTHING
  const publicos = campos.filter((campo) => politica.permite(campo))
  return {
    clave,
    titulo,
    estatus,
    verificadaEn,
    pausa: estatus === 'pausada' && row?.pausa ? noticeOf(row.pausa, supuestos) : null,
    campos: publicos.map((campo) => buildCampo(campo, { publicables: publicables ?? {}, estatus, curricular })),
  }
}

/** What the order of review lets out, and when the institute verified that very text. */
function publicableOf(row: SeccionSource, orden: OrdenRevision): { publicables: Respuestas | null; verificadaEn: string | null } {
  const { validadas, verificadas, versionValidada, versionVerificada, verificadaEn } = row
  if (orden === 'verificar_y_publicar') return { publicables: verificadas, verificadaEn }
  return { publicables: validadas, verificadaEn: versionValidada === versionVerificada ? verificadaEn : null }
}

const NOTHING = { publicables: {}, verificadaEn: null }

type EstatusPublico = 'publicada' | 'sin_captura' | 'en_revision' | 'observada' | 'pausada'

/** Only the section is out of sight while it is paused or observed, never the person. */
function estatusOf(row: SeccionSource | undefined, orden: OrdenRevision): EstatusPublico {
  if (!row) return 'sin_captura'
  if (row.pausa) return 'pausada'
  if (row.observada) return 'observada'
  if (publicableOf(row, orden).publicables) return 'publicada'
  return row.estatus === 'vacia' ? 'sin_captura' : 'en_revision'
}

function noticeOf({ supuesto, hasta }: NonNullable<SeccionSource['pausa']>, supuestos: SupuestoPack[]) {
  return { motivo: supuestos.find(({ clave }) => clave === supuesto)?.publico ?? null, hasta }
}

function buildCampo(
  clave: string,
  place: { publicables: Respuestas; estatus: EstatusPublico; curricular: CompiledCuestionario },
): CampoPublico {
  const question = preguntaDe(place.curricular, clave)
  const valor = place.publicables[clave] ?? null
  const blanco = place.estatus === 'publicada' ? 'no_proporcionada' : place.estatus
  return {
    clave,
    titulo: question?.title ?? clave,
    tipo: question?.['x-presentacion'] ?? 'texto',
    valor,
    blanco: valor === null ? blanco : null,
  }
}

/**
 * Badge of a group: registered under its acción afirmativa (a public fact), or answered "Sí", reviewed, and the persona authorised its
 * publication. Never the answers below it.
 */
function buildDistintivos(source: CandidaturaSource, identidad: Respuestas, { grupos, orden }: DocumentContext): Distintivo[] {
  return grupos.flatMap((grupo): Distintivo[] => {
    const base = { grupo: grupo.clave, nombre: grupo.nombre, explicacion: grupo.explicacion }
    if (source.accionAfirmativa === grupo.clave) return [{ ...base, origen: 'accion_afirmativa' }]
    const declared = grupo.pregunta !== null && identidad[grupo.pregunta] === 'Sí' && consienteIdentidad(source, orden)
    return declared ? [{ ...base, origen: 'publicacion_autorizada' }] : []
  })
}

function groupOf(clave: string | null, { grupos }: DocumentContext): { clave: string; nombre: string } | null {
  const grupo = grupos.find((each) => each.clave === clave)
  return grupo ? { clave: grupo.clave, nombre: grupo.nombre } : null
}
