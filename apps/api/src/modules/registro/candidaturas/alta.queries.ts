import type { EntityManager } from 'typeorm'
import { nameWords, ultimoDia, type Calidad, type EstatusCandidatura, type EstatusCaptura } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

/** A candidatura as it enters the register. Position, folio of the fórmula and the words it is found by follow from it. */
export interface AltaCandidatura {
  id: string
  clave: string
  postulacionId: string
  personaId: string
  responsableId: string
  partidoOrigenId: string | null
  numero: number
  calidad: Calidad
  accionAfirmativa: string | null
  eleccionConsecutiva: boolean
  acuerdoId: string
  /** Folio of the fórmula when its source gives one; otherwise that of the other member, or the next. */
  folioFormula?: number | null
  entrega?: { id: string; cuentaEntregada: string; capturaVence: string } | null
  /** Progress of a capture that a rehearsal brings ready-made. */
  avance?: {
    estatusCaptura: EstatusCaptura
    seccionesCompletas: number
    capturadaEn: Date | null
    validadaEn: Date | null
    verificadaEn: Date | null
  }
  estatus?: EstatusCandidatura
}

const BATCH = 2_000

/** The one way into captura.candidatura: personas and acuerdos are there already. One caller at a time (the act's lock). */
export async function insertCandidaturas(
  tx: EntityManager,
  proceso: { id: string; feriados: readonly string[] },
  altas: readonly AltaCandidatura[],
): Promise<void> {
  const folios = await foliosOf(tx, proceso.id, altas)
  for (let at = 0; at < altas.length; at += BATCH) {
    const rows = altas.slice(at, at + BATCH)
    await tx.query(INSERT, [JSON.stringify(rows.map((alta) => toRow(alta, folios))), proceso.id])
    await writePalabras(
      tx,
      proceso.id,
      rows.map(({ id }) => id),
    )
  }
  await openPlazosByAcuerdo(
    tx,
    proceso,
    altas.map(({ id }) => id),
  )
}

/** Copies a changed persona again into every place that she has: the words that find her, and her sexo. */
export async function rewritePalabras(tx: EntityManager, procesoId: string, ids: string[]): Promise<void> {
  const places = await readRows<{ id: string }>(
    tx,
    'select c.id from captura.candidatura c where c.persona_id in (select m.persona_id from captura.candidatura m where m.id = any($1))',
    [ids],
  )
  const all = places.map(({ id }) => id)
  await tx.query('delete from captura.palabra where candidatura_id = any($1)', [all])
  await writePalabras(tx, procesoId, all)
  await tx.query(
    `update captura.candidatura c set sexo = p.sexo from captura.persona p
     where p.id = c.persona_id and c.id = any($1) and c.sexo <> p.sexo`,
    [all],
  )
}

/** Position of a candidatura in every list: the order of the ballots, then of the list; unique. */
export const POSITION = `lpad(g.orden::text, 3, '0') || d.clave || lpad(po.orden::text, 3, '0') || lpad(r.numero::text, 4, '0') || r.calidad || r.id`

const INSERT = `insert into captura.candidatura (id, proceso_id, clave, postulacion_id, persona_id, responsable_id, partido_origen_id, numero, calidad,
    accion_afirmativa, eleccion_consecutiva, acuerdo_id, estatus, estatus_captura, secciones_completas, capturada_en, validada_en, verificada_en,
    folio_formula, entrega_id, cuenta_entregada, captura_vence, cargo_id, demarcacion_id, actor_id, sexo, orden, version)
  select r.id, $2::uuid, r.clave, po.id, r."personaId", r."responsableId", r."partidoOrigenId", r.numero, r.calidad, r."accionAfirmativa",
    r."eleccionConsecutiva", r."acuerdoId", r.estatus, r."estatusCaptura", r."seccionesCompletas", r."capturadaEn", r."validadaEn", r."verificadaEn",
    r."folioFormula", r."entregaId", r."cuentaEntregada", r."capturaVence", k.cargo_id, k.demarcacion_id, po.actor_id, p.sexo, ${POSITION}, 1
  from jsonb_to_recordset($1::jsonb) as r(id uuid, clave text, "postulacionId" uuid, "personaId" uuid, "responsableId" uuid, "partidoOrigenId" uuid,
    numero int, calidad text, "accionAfirmativa" text, "eleccionConsecutiva" boolean, "acuerdoId" uuid, estatus text, "estatusCaptura" text,
    "seccionesCompletas" int, "capturadaEn" timestamptz, "validadaEn" timestamptz, "verificadaEn" timestamptz, "folioFormula" int, "entregaId" uuid,
    "cuentaEntregada" date, "capturaVence" date)
  join captura.persona p on p.id = r."personaId"
  join captura.postulacion po on po.id = r."postulacionId"
  join captura.contienda k on k.id = po.contienda_id
  join captura.cargo g on g.id = k.cargo_id
  join captura.demarcacion d on d.id = k.demarcacion_id`

const UNTOUCHED = { estatusCaptura: 'sin_captura', seccionesCompletas: 0, capturadaEn: null, validadaEn: null, verificadaEn: null }

function toRow({ entrega, avance, ...alta }: AltaCandidatura, folios: Map<string, number>): Record<string, unknown> {
  return {
    estatus: 'aprobada',
    ...UNTOUCHED,
    ...alta,
    ...avance,
    folioFormula: folios.get(formulaOf(alta)),
    entregaId: entrega?.id ?? null,
    cuentaEntregada: entrega?.cuentaEntregada ?? null,
    capturaVence: entrega?.capturaVence ?? null,
  }
}

function formulaOf({ postulacionId, numero }: Pick<AltaCandidatura, 'postulacionId' | 'numero'>): string {
  return `${postulacionId}|${numero}`
}

/** A fórmula keeps its folio for as long as anybody stood in it. */
async function foliosOf(tx: EntityManager, procesoId: string, altas: readonly AltaCandidatura[]): Promise<Map<string, number>> {
  const formulas = [
    ...new Map(altas.map(({ postulacionId, numero }) => [formulaOf({ postulacionId, numero }), { postulacionId, numero }])).values(),
  ]
  const known = await readRows<{ postulacionId: string; numero: number; folio: number }>(
    tx,
    `select distinct on (c.postulacion_id, c.numero) c.postulacion_id as "postulacionId", c.numero, c.folio_formula as folio
     from jsonb_to_recordset($1::jsonb) as r("postulacionId" uuid, numero int)
     join captura.candidatura c on c.postulacion_id = r."postulacionId" and c.numero = r.numero`,
    [JSON.stringify(formulas)],
  )
  const [last] = await readRows<{ folio: number }>(
    tx,
    'select coalesce(max(folio_formula), 0)::int as folio from captura.candidatura where proceso_id = $1',
    [procesoId],
  )
  const folios = new Map(known.map((row) => [formulaOf(row), row.folio]))
  for (const alta of altas) if (alta.folioFormula != null && !folios.has(formulaOf(alta))) folios.set(formulaOf(alta), alta.folioFormula)
  let next = Math.max(last?.folio ?? 0, ...altas.flatMap(({ folioFormula }) => folioFormula ?? []))
  for (const alta of altas) if (!folios.has(formulaOf(alta))) folios.set(formulaOf(alta), (next += 1))
  return folios
}

interface Named {
  id: string
  texto: string
}

async function writePalabras(tx: EntityManager, procesoId: string, ids: string[]): Promise<void> {
  const rows = await readRows<Named>(
    tx,
    `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido, p.apodo, c.folio_formula) as texto
     from captura.candidatura c join captura.persona p on p.id = c.persona_id where c.id = any($1)`,
    [ids],
  )
  const words = rows.flatMap(({ id, texto }) => nameWords(texto).map((palabra) => ({ id, palabra })))
  await tx.query(
    `insert into captura.palabra (proceso_id, palabra, candidatura_id)
     select $2::uuid, r.palabra, r.id from jsonb_to_recordset($1::jsonb) as r(id uuid, palabra text)`,
    [JSON.stringify(words), procesoId],
  )
}

interface PorAcuerdo {
  id: string
  fecha: string
  dias: number
  tipoDias: 'naturales' | 'habiles'
}

const BY_ACUERDO = `select c.id, ac.fecha::text as fecha, g.dias_captura as dias, g.plazo_dias_tipo as "tipoDias" from captura.candidatura c
    join captura.cargo g on g.id = c.cargo_id join captura.acuerdo ac on ac.id = c.acuerdo_id where g.plazo_desde = 'acuerdo'`

/** Opens the terms that the pack counts from the acuerdo: they run already. Elsewhere the term waits for the delivery of the accounts. */
async function openPlazosByAcuerdo(tx: EntityManager, { feriados }: { feriados: readonly string[] }, ids: string[]): Promise<void> {
  const rows = await readRows<PorAcuerdo>(tx, `${BY_ACUERDO} and c.id = any($1) and c.captura_vence is null`, [ids])
  await writePlazos(tx, rows, feriados)
}

/** The day of the acuerdo was another: the terms that count from it move, but for those that a signed sheet told already. How many moved. */
export async function movePlazosByAcuerdo(
  tx: EntityManager,
  { feriados }: { feriados: readonly string[] },
  acuerdoId: string,
): Promise<number> {
  const rows = await readRows<PorAcuerdo>(tx, `${BY_ACUERDO} and c.acuerdo_id = $1 and c.entrega_id is null`, [acuerdoId])
  await writePlazos(tx, rows, feriados)
  return rows.length
}

async function writePlazos(tx: EntityManager, rows: readonly PorAcuerdo[], feriados: readonly string[]): Promise<void> {
  if (rows.length === 0) return
  const terms = rows.map(({ id, fecha, ...plazo }) => ({ id, vence: ultimoDia(fecha, plazo, feriados) }))
  await tx.query(
    `update captura.candidatura c set captura_vence = r.vence from jsonb_to_recordset($1::jsonb) as r(id uuid, vence date) where c.id = r.id`,
    [JSON.stringify(terms)],
  )
}
