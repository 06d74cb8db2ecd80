import type { EntityManager } from 'typeorm'
import { groupBy, type EstatusCandidatura, type EstatusCaptura } from '@conoceles/domain'
import { prepared } from '../../../database/statements.ts'
import { findConsentimiento, findConsentimientos, type ConsentimientoRow } from '../consentimientos/index.ts'
import { together } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import type { FotografiaCapturaDto } from './captura.dto.ts'
import type { Seccion } from './seccion.entity.ts'
import { CUESTIONARIO_IDS } from '../vigentes/vigentes.queries.ts'
import type { Vigente } from '../vigentes/vigentes.ts'
import { readRows } from '../../../database/rows.ts'

/** Facts of a candidatura for the rules of captura, locked for the act that reads it. */
export interface CapturaRow {
  id: string
  version: number
  /** Clave of its cargo: which version of a cuestionario it answers. */
  cargo: string
  responsableId: string
  estatus: EstatusCandidatura
  estatusCaptura: EstatusCaptura
  seccionesCompletas: number
  /** Last day of the term; null until it runs. */
  capturaVence: string | null
  cierreCaptura: string
  zona: string
  /** Full years of the persona on election day; null without her date of birth. */
  edad: number | null
  capturadaEn: Date | null
  verificadaEn: Date | null
  /** Whether anything was ever said about its sections: observaciones, corrections, pauses. */
  conHistoria: boolean
  /** Whether it has a data key: without one there are no identity answers. */
  conIdentidad: boolean
  /** Whether its identity answers were suppressed: none is received again. */
  conSupresion: boolean
  conFotografia: boolean
  /** Whether the institute began to review what was sent. */
  enRevision: boolean
  /** Every version of the cuestionarios that the acting account may see, as `listCuestionarioIds` gives them. */
  cuestionarios: string[]
}

const HISTORIA = `exists (select from captura.observacion o where o.candidatura_id = c.id)
      or exists (select from captura.solicitud_correccion s where s.candidatura_id = c.id)
      or exists (select from captura.pausa u where u.candidatura_id = c.id)`

// The photograph is asked for with a limit: of a bare `exists` PostgreSQL makes a list of all photographs.
const SELECT = `select c.id, c.version, g.clave as cargo, c.responsable_id as "responsableId", c.estatus, c.estatus_captura as "estatusCaptura",
    c.secciones_completas as "seccionesCompletas", c.captura_vence::text as "capturaVence",
    g.cierre_captura::text as "cierreCaptura", p.zona, date_part('year', age(p.jornada, pe.fecha_nacimiento))::int as edad,
    c.capturada_en as "capturadaEn", c.verificada_en as "verificadaEn",
    ${HISTORIA} as "conHistoria",
    case when c.estatus_captura = 'validada' then c.verificada_en is not null or ${HISTORIA} or captura.revision_empezada(c.id) else false end as "enRevision",
    exists (select from identidad.llave l where l.candidatura_id = c.id) as "conIdentidad",
    (exists (select from identidad.supresion s where s.candidatura_id = c.id)
      or exists (select from identidad.bloqueada b where b.candidatura_id = c.id)) as "conSupresion",
    (select true from captura.fotografia f where f.candidatura_id = c.id limit 1) is not null as "conFotografia",
    array(${CUESTIONARIO_IDS}) as cuestionarios
  from captura.candidatura c
  join captura.postulacion po on po.id = c.postulacion_id
  join captura.contienda k on k.id = po.contienda_id
  join captura.cargo g on g.id = k.cargo_id
  join captura.proceso p on p.id = c.proceso_id
  left join captura.persona pe on pe.id = c.persona_id`

const CAPTURA = {
  read: prepared('captura', `${SELECT} where c.id = $1`),
  lock: prepared('captura_candado', `${SELECT} where c.id = $1 for update of c`),
}

/** Null when it does not exist or is somebody else's: the caller cannot tell, and neither can the answer. */
export async function findCaptura(tx: EntityManager, id: string, mode: 'read' | 'lock'): Promise<CapturaRow | null> {
  const [row] = await readRows<CapturaRow>(tx, CAPTURA[mode], [id])
  return row ?? null
}

const SECCION = `select id, candidatura_id as "candidaturaId", cuestionario_id as "cuestionarioId", clave, estatus, version, respuestas,
     guardada_en as "guardadaEn", de_la_persona as "deLaPersona", propias, propias_en as "propiasEn", extemporanea, validadas,
     version_validada as "versionValidada", verificadas, verificada_en as "verificadaEn", version_verificada as "versionVerificada",
     validadas_cuestionario_id as "validadasCuestionarioId", verificadas_cuestionario_id as "verificadasCuestionarioId", reabierta
   from captura.seccion`
const SECCIONES = prepared('secciones', `${SECCION} where candidatura_id = $1`)

/** A candidatura with its captura and its persona's decisions, asked for together; null as in `findCaptura`. */
export async function findLeida(tx: EntityManager, id: string, mode: 'read' | 'lock'): Promise<Leida | null> {
  const [captura, secciones, consentimiento] = await together([
    findCaptura(tx, id, mode),
    readRows<Seccion>(tx, SECCIONES, [id]),
    findConsentimiento(tx, id),
  ])
  return captura && { captura, secciones, consentimiento }
}

/** Many at once, by candidatura; those that the reader may not see are absent. */
export async function findLeidas(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Leida>> {
  const [capturas, secciones, consentimientos] = await together([
    readRows<CapturaRow>(tx, `${SELECT} where c.id = any($1)`, [ids]),
    readRows<Seccion>(tx, `${SECCION} where candidatura_id = any($1)`, [ids]),
    findConsentimientos(tx, ids),
  ])
  const own = groupBy(secciones, ({ candidaturaId }) => candidaturaId)
  const leidaOf = (captura: CapturaRow): Leida => ({
    captura,
    secciones: own.get(captura.id) ?? [],
    consentimiento: consentimientos.get(captura.id) ?? null,
  })
  return new Map(capturas.map((captura) => [captura.id, leidaOf(captura)]))
}

/** As it comes from the database: sections of every version of the cuestionarios. */
export interface Leida {
  captura: CapturaRow
  secciones: Seccion[]
  consentimiento: ConsentimientoRow | null
}

const SAVE = prepared(
  'seccion',
  `insert into captura.seccion (id, candidatura_id, cuestionario_id, clave, estatus, version, respuestas, guardada_en, extemporanea,
     de_la_persona, propias, propias_en)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (id) do update set estatus = excluded.estatus, version = excluded.version, respuestas = excluded.respuestas,
     guardada_en = excluded.guardada_en, extemporanea = excluded.extemporanea, de_la_persona = excluded.de_la_persona,
     propias = excluded.propias, propias_en = excluded.propias_en`,
)

/** Writes a save; validated and verified answers stay. */
export async function saveSeccion(tx: EntityManager, row: Seccion): Promise<void> {
  const { id, candidaturaId, cuestionarioId, clave, estatus, version, respuestas, guardadaEn, extemporanea } = row
  const { deLaPersona, propias, propiasEn } = row
  const place = [id, candidaturaId, cuestionarioId, clave]
  await tx.query(SAVE, [...place, estatus, version, respuestas, guardadaEn, extemporanea, deLaPersona, propias, propiasEn])
}

const AVANCE = prepared(
  'avance',
  'update captura.candidatura set estatus_captura = $2, secciones_completas = $3, capturada_en = $4, version = $5 where id = $1',
)

export type Avance = Pick<CapturaRow, 'id' | 'estatusCaptura' | 'seccionesCompletas' | 'capturadaEn' | 'version'>

/** How far the whole came. */
export async function saveAvance(
  tx: EntityManager,
  { id, estatusCaptura, seccionesCompletas, capturadaEn, version }: Avance,
): Promise<void> {
  await tx.query(AVANCE, [id, estatusCaptura, seccionesCompletas, capturadaEn, version])
}

/** How a section stands, without anything that it says. */
export type SeccionEstatus = Pick<Seccion, 'cuestionarioId' | 'clave' | 'estatus'>
export type SeccionGuardada = SeccionEstatus & Pick<Seccion, 'guardadaEn'>

/** State and time of saving of the sections in force, also for accounts that may not read their answers. */
export async function findEstatusSecciones(
  tx: EntityManager,
  candidaturaId: string,
  vigentes: readonly Vigente[],
): Promise<SeccionGuardada[]> {
  const asked = vigentes.map(({ row }) => row.id)
  const rows = await readRows<SeccionGuardada>(
    tx,
    `select split_part(place, '/', 1) as "cuestionarioId", split_part(place, '/', 2) as clave, estatus,
       (a.actuales #>> array[place, 'guardadaEn'])::timestamptz as "guardadaEn"
     from captura.avance_de(array[$1]::uuid[]) a, jsonb_each_text(a.secciones) as s(place, estatus)`,
    [candidaturaId],
  )
  return rows.filter(({ cuestionarioId }) => asked.includes(cuestionarioId))
}

const VALIDAR = {
  secciones: prepared(
    'validar_secciones',
    `update captura.seccion set validadas = respuestas, version_validada = version, validadas_cuestionario_id = null, reabierta = false
     where candidatura_id = $1 and version_validada is distinct from version`,
  ),
  fotografia: prepared(
    'validar_fotografia',
    'update captura.fotografia set validada_en = $2 where candidatura_id = $1 and retirada_en is null and validada_en is null',
  ),
  correcciones: prepared(
    'validar_correcciones',
    'update captura.solicitud_correccion set atendida_en = $2 where candidatura_id = $1 and aceptada and atendida_en is null',
  ),
}

/** Marks the content that the actor político answers for now: changed sections, the photograph, and the corrections it asked for. */
export async function markValidadas(tx: EntityManager, candidaturaId: string, now: Date): Promise<void> {
  await together([
    tx.query(VALIDAR.secciones, [candidaturaId]),
    tx.query(VALIDAR.fotografia, [candidaturaId, now]),
    tx.query(VALIDAR.correcciones, [candidaturaId, now]),
  ])
}

const RECUPERAR = {
  secciones: prepared(
    'recuperar_secciones',
    'update captura.seccion set validadas = null, version_validada = null, validadas_cuestionario_id = null where candidatura_id = $1',
  ),
  fotografia: prepared(
    'recuperar_fotografia',
    'update captura.fotografia set validada_en = null where candidatura_id = $1 and retirada_en is null',
  ),
}

/** Takes back the marks of a first sending: nobody reviewed what they mark. */
export async function unmarkValidadas(tx: EntityManager, candidaturaId: string): Promise<void> {
  await together([tx.query(RECUPERAR.secciones, [candidaturaId]), tx.query(RECUPERAR.fotografia, [candidaturaId])])
}

/** Marks validated content as verified; content verified before keeps its day. */
export async function markVerificadas(tx: EntityManager, candidaturaId: string, now: Date): Promise<void> {
  await tx.query(
    `update captura.seccion set verificadas = validadas, version_verificada = version_validada, verificada_en = $2,
       verificadas_cuestionario_id = validadas_cuestionario_id
     where candidatura_id = $1 and estatus = 'validada'`,
    [candidaturaId, now],
  )
  await tx.query(
    'update captura.fotografia set verificada_en = $2 where candidatura_id = $1 and retirada_en is null and verificada_en is null',
    [candidaturaId, now],
  )
}

/** Closes every open observación: the verified content attended it. */
export async function closeObservaciones(
  tx: EntityManager,
  candidaturaId: string,
  { por, now }: { por: string; now: Date },
): Promise<void> {
  await tx.query(
    `update captura.observacion set desenlace = 'atendida', cerrada_en = $2, cerrada_por = $3 where candidatura_id = $1 and cerrada_en is null`,
    [candidaturaId, now, por],
  )
}

const ESTATUS = prepared(
  'estatus_secciones',
  'update captura.seccion s set estatus = u.estatus from unnest($1::uuid[], $2::text[]) as u(id, estatus) where s.id = u.id',
)

export async function setEstatusSecciones(tx: EntityManager, rows: readonly Pick<Seccion, 'id' | 'estatus'>[]): Promise<void> {
  if (rows.length === 0) return
  await tx.query(ESTATUS, [rows.map(({ id }) => id), rows.map(({ estatus }) => estatus)])
}

const fotografia = (which: string) => `select f.sha256, f.texto_alternativo as "textoAlternativo", f.tomada_en::text as "tomadaEn",
       f.guardada_en as "guardadaEn", f.verificada_en is not null as verificada,
       (select json_build_object('sha256', a.sha256, 'textoAlternativo', a.texto_alternativo, 'tomadaEn', a.tomada_en, 'verificadaEn', a.verificada_en)
        from captura.fotografia a where a.candidatura_id = f.candidatura_id and a.verificada_en is not null and a.retirada_en is not null
          and f.verificada_en is null and a.sha256 <> f.sha256 order by a.verificada_en desc limit 1) as anterior
     from captura.fotografia f join captura.candidatura c on c.id = f.candidatura_id where f.candidatura_id = $1 and ${which}`

const FOTOGRAFIA = {
  vigente: prepared('fotografia', fotografia('f.retirada_en is null')),
  enviada: prepared(
    'fotografia_enviada',
    fotografia(`f.validada_en is not null and (f.retirada_en is null or f.retirada_en > c.validada_en)
     order by f.validada_en desc, f.guardada_en desc limit 1`),
  ),
}

/** The photograph in force, or the one that was sent last, and the verified one whose place it took. */
export async function findFotografia(
  tx: EntityManager,
  candidaturaId: string,
  which: keyof typeof FOTOGRAFIA,
): Promise<FotografiaCapturaDto | null> {
  const [row] = await readRows<
    Omit<FotografiaCapturaDto, 'guardadaEn' | 'anterior'> & {
      guardadaEn: Date
      anterior: FotografiaCapturaDto['anterior']
    }
  >(tx, FOTOGRAFIA[which], [candidaturaId])
  if (!row) return null
  const { guardadaEn, anterior, ...rest } = row
  return {
    ...rest,
    guardadaEn: toIso(guardadaEn),
    anterior: anterior && { ...anterior, verificadaEn: toIso(new Date(anterior.verificadaEn)) },
  }
}
