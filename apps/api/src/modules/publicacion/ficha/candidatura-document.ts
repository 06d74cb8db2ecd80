import { preguntaDe, seccionesDe, type CompiledCuestionario, type Respuestas, type Seccion } from '@conoceles/cuestionarios'
import { edadEn, NOMBRE_BLOQUEADO, type OrdenRevision, type SupuestoPack } from '@conoceles/domain'
import { consienteIdentidad } from './consentimiento-publico.ts'
import type { DocumentContext } from './document-context.ts'
import type { Politica } from '../politica/politica.ts'
import { NOTHING_OF_THE_REGISTER, registroOf, reservaOf } from './registro-document.ts'
import type { CandidaturaSource, SeccionSource } from './source.queries.ts'

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
 * field, so that an unnamed one cannot leave. `identidad` holds answers that got so far, and only of a persona who consented to their
 * publication.
 */
export function buildDocument(source: CandidaturaSource, identidad: Respuestas, all: DocumentContext) {
  const { bloqueos } = all
  const politica = all.politica.sin(bloqueos.claves(source.id, 'campo'))
  const context = { ...all, politica }
  const blocked = bloqueos.persona(source.id)
  return {
    id: source.id,
    nombre: blocked ? NOMBRE_BLOQUEADO : source.nombre,
    cargo: source.cargo,
    cargoNombre: source.cargoNombre,
    lugar: source.lugar,
    contienda: source.contienda,
    ...placeOf(source),
    actorPolitico: { ...source.actor, integrantes: source.integrantes },
    calidad: source.calidad,
    numero: source.numero,
    estatus: source.estatus,
    ...(blocked ? NOTHING_OF_THE_REGISTER : registroOf(source, context)),
    ...(blocked || isRetirada(source, politica) ? NOTHING_OF_HERS : personalOf(source, identidad, context)),
    reserva: reservaOf(source.id, bloqueos),
    finDifusion: context.fin,
    simulacro: context.simulacro,
    responsable: context.responsabilidad,
  }
}

/** A candidate who left keeps a name, a place, her actor and the notice; the rest served to vote for her. */
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
    secciones: context.fin === null ? seccionesPublicas(source, context) : [],
    distintivos: politica.permite('distintivos') ? buildDistintivos(source, identidad, context) : [],
    fechas: politica.permite('fechas')
      ? { capturada: source.capturadaEn, validada: source.validadaEn, verificada: source.verificadaEn }
      : SIN_FECHAS,
  }
}

const SIN_FECHAS = { capturada: null, validada: null, verificada: null }

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
  fechas: SIN_FECHAS,
} satisfies Personal

export type CandidaturaDocument = ReturnType<typeof buildDocument>

/**
 * Groups whose badge stays authorised: those that the record shows, and those that a bloqueo or the policy covers, which takes no
 * authorisation back. Every group, where her answers cannot be read (`identidad` is null); none for a candidate who left.
 */
export function autorizadosDe(
  document: CandidaturaDocument,
  { source, identidad, context }: { source: CandidaturaSource; identidad: Respuestas | null; context: DocumentContext },
): string[] {
  if (identidad === null) return isRetirada(source, context.politica) ? [] : context.grupos.map(({ clave }) => clave)
  const covered = context.bloqueos.some(source.id) || !context.politica.permite('distintivos')
  const hidden = covered && !isRetirada(source, context.politica)
  const distintivos = hidden ? buildDistintivos(source, identidad, context) : document.distintivos
  return distintivos.filter(({ origen }) => origen === 'publicacion_autorizada').map(({ grupo }) => grupo)
}

/** Path of the page of a candidatura among the public resources. */
export function rutaDocumento(id: string): string {
  return `candidaturas/${id}`
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
    actorPolitico: {
      clave: document.actorPolitico.clave,
      nombre: document.actorPolitico.nombre,
      color: document.actorPolitico.color,
      integrantes: document.actorPolitico.integrantes.map(({ clave }) => clave),
    },
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
    reserva: document.reserva,
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

/**
 * Sections in force, each as it was asked when its shown answers were given. Until the whole is let out again, also those that a new
 * version no longer asks.
 */
function seccionesPublicas(source: CandidaturaSource, context: DocumentContext) {
  const rige = context.rige(source.cargo)
  const asked = rige === null ? [] : seccionesOf(context, rige)
  const blocked = context.bloqueos.claves(source.id, 'seccion')
  const gone = isSettled(source, context, rige) ? [] : retiradasOf(source, context, rige).filter(({ clave }) => !blocked.includes(clave))
  return [
    ...asked.map((seccion) => {
      if (blocked.includes(seccion.clave)) return reservada(seccion)
      const row = source.secciones.find((each) => each.cuestionario === rige && each.clave === seccion.clave)
      return buildSeccion({ row, seccion, version: rige ?? '' }, context)
    }),
    ...gone.flatMap((row) =>
      seccionesOf(context, bajoOf(row, context.orden))
        .filter(({ clave }) => clave === row.clave)
        .map((seccion) => buildSeccion({ row, seccion, version: row.cuestionario }, context)),
    ),
  ]
}

/** A section that is blocked keeps its title. */
function reservada({ clave, titulo }: Seccion): ReturnType<typeof buildSeccion> {
  return { clave, titulo, estatus: 'reservada', verificadaEn: null, pausa: null, campos: [] }
}

function seccionesOf({ versiones }: DocumentContext, id: string): readonly Seccion[] {
  const compiled = versiones.get(id)
  return compiled ? seccionesDe(compiled) : []
}

/** Published under another version, and not asked in the one that governs. */
function retiradasOf({ secciones }: CandidaturaSource, { orden }: DocumentContext, rige: string | null): SeccionSource[] {
  return secciones.filter((row) => row.tipo === 'curricular' && row.cuestionario !== rige && publicableOf(row, orden).publicables !== null)
}

/** A version may leave the whole as it was: only answers let out under it replace the public ones. */
function isSettled(
  { estatusCaptura, validadaEn, verificadaEn }: CandidaturaSource,
  { orden, activada }: DocumentContext,
  rige: string | null,
): boolean {
  const verifica = orden === 'verificar_y_publicar'
  const since = rige === null ? null : activada(rige)
  const letOut = verifica ? verificadaEn : validadaEn
  const settled = estatusCaptura === 'verificada' || (!verifica && estatusCaptura === 'validada')
  return settled && (since === null || (letOut !== null && new Date(letOut) > since))
}

function bajoOf({ validadasBajo, verificadasBajo }: SeccionSource, orden: OrdenRevision): string {
  return orden === 'verificar_y_publicar' ? verificadasBajo : validadasBajo
}

interface SeccionAsked {
  row: SeccionSource | undefined
  /** As the version that governs asks it, and which one that is. */
  seccion: Seccion
  version: string
}

function buildSeccion({ row, seccion, version }: SeccionAsked, context: DocumentContext) {
  const { politica, supuestos } = context
  const estatus = estatusOf(row, context.orden)
  const { publicables, verificadaEn, bajo } = shownOf(row, { estatus, version }, context)
  const { clave, titulo, campos } = seccionesOf(context, bajo).find((each) => each.clave === seccion.clave) ?? seccion
  const place = { publicables, estatus, cuestionario: context.versiones.get(bajo) }
  return {
    clave,
    titulo,
    estatus,
    verificadaEn,
    pausa: estatus === 'pausada' && row?.pausa ? noticeOf(row.pausa, supuestos) : null,
    campos: campos.filter((campo) => politica.permite(campo)).map((campo) => buildCampo(campo, place)),
  }
}

/** Public part of a section, and the version under which it was given. */
function shownOf(
  row: SeccionSource | undefined,
  { estatus, version }: { estatus: EstatusPublico; version: string },
  { orden }: DocumentContext,
): { publicables: Respuestas; verificadaEn: string | null; bajo: string } {
  if (!row || estatus !== 'publicada') return { publicables: {}, verificadaEn: null, bajo: version }
  const { publicables, verificadaEn } = publicableOf(row, orden)
  return { publicables: publicables ?? {}, verificadaEn, bajo: bajoOf(row, orden) }
}

/** Answers that the order of review lets out, and when the institute verified that very text. */
function publicableOf(row: SeccionSource, orden: OrdenRevision): { publicables: Respuestas | null; verificadaEn: string | null } {
  const { validadas, verificadas, versionValidada, versionVerificada, verificadaEn } = row
  if (orden === 'verificar_y_publicar') return { publicables: verificadas, verificadaEn }
  return { publicables: validadas, verificadaEn: versionValidada === versionVerificada ? verificadaEn : null }
}

type EstatusPublico = 'publicada' | 'sin_captura' | 'en_revision' | 'observada' | 'pausada' | 'reservada'

/**
 * Stages in which the institute has nothing of a section without a public text. Verified without anything verified: it was added later, and
 * nobody asked it of her yet.
 */
const UNSENT = ['vacia', 'en_captura', 'completa', 'verificada']

/** Only the section is out of sight while it is paused or observed, never the person. */
function estatusOf(row: SeccionSource | undefined, orden: OrdenRevision): EstatusPublico {
  if (!row) return 'sin_captura'
  if (row.pausa) return 'pausada'
  if (row.observada) return 'observada'
  if (publicableOf(row, orden).publicables) return 'publicada'
  return UNSENT.includes(row.estatus) ? 'sin_captura' : 'en_revision'
}

function noticeOf({ supuesto, hasta }: NonNullable<SeccionSource['pausa']>, supuestos: SupuestoPack[]) {
  return { motivo: supuestos.find(({ clave }) => clave === supuesto)?.publico ?? null, hasta }
}

function buildCampo(
  clave: string,
  place: { publicables: Respuestas; estatus: EstatusPublico; cuestionario: CompiledCuestionario | undefined },
): CampoPublico {
  const { title = clave, 'x-presentacion': tipo = 'texto' } = (place.cuestionario && preguntaDe(place.cuestionario, clave)) ?? {}
  const valor = place.publicables[clave] ?? null
  const blanco = place.estatus === 'publicada' ? 'no_proporcionada' : place.estatus
  return {
    clave,
    titulo: title,
    tipo,
    valor,
    blanco: valor === null ? blanco : null,
  }
}

/**
 * Badge of a group: registered under its acción afirmativa (a public fact), or answered "Sí", reviewed, and the persona authorised its
 * publication. Never the answers below it.
 */
function buildDistintivos(source: CandidaturaSource, identidad: Respuestas, context: DocumentContext): Distintivo[] {
  return context.grupos.flatMap((grupo): Distintivo[] => {
    const base = { grupo: grupo.clave, nombre: grupo.nombre, explicacion: grupo.explicacion }
    if (source.accionAfirmativa === grupo.clave) return [{ ...base, origen: 'accion_afirmativa' }]
    const declared = grupo.pregunta !== null && identidad[grupo.pregunta] === 'Sí' && consienteIdentidad(source, context)
    return declared ? [{ ...base, origen: 'publicacion_autorizada' }] : []
  })
}

function groupOf(clave: string | null, { grupos }: DocumentContext): { clave: string; nombre: string } | null {
  const grupo = grupos.find((each) => each.clave === clave)
  return grupo ? { clave: grupo.clave, nombre: grupo.nombre } : null
}
