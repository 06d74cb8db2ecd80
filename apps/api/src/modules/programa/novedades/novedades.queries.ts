import type { EntityManager } from 'typeorm'
import { HORAS_PLAZO, novedadesOf, ROLES, type CorreoNovedades, type Rol, type TipoNovedad } from '@conoceles/domain'
import { recordOf } from '@conoceles/domain/typed'
import { readRow, readRows } from '../../../database/rows.ts'
import { prepared } from '../../../database/statements.ts'

/** Facts after `desde` and up to `ahora`, without those that the account did itself. Row-level security chooses the candidaturas. */
export interface Ambito {
  tipos: readonly TipoNovedad[]
  desde: Date
  ahora: Date
  zona: string
  cuenta: string
}

/** Facts of one kind on one day; those of a term are of one end. */
export interface LineaRow {
  dia: string
  tipo: TipoNovedad
  /** End of the term, and the hours before it at which it was told. */
  vence: string | null
  horas: number | null
  cuantas: number
  sinLeer: number
  en: Date
  /** Latest candidaturas, by name. */
  muestra: { id: string; nombre: string }[]
}

interface CandidaturaRow {
  id: string
  nombre: string
  cargoNombre: string
  lugar: string
  en: Date
}

const MUESTRA = 3

/** Ends of terms of rows `o`, told at the nearest of the hours that were reached since the row is there. */
const FIN = `cross join lateral (select (o.vence + 1)::timestamp at time zone $3 as fin) f
  cross join lateral (select f.fin - make_interval(hours => h) as en, h from unnest(array[${HORAS_PLAZO.join(', ')}]) h
    where f.fin - make_interval(hours => h) <= $2 and f.fin - make_interval(hours => h) > o.nace order by h limit 1) t
  where f.fin > $2 and t.en > $1`

/** Ends and hours of a fact that is no term. */
const SIN_PLAZO = 'null::date, null::int'

const DESDE = (instant: string) => `${instant} > $1 and ${instant} <= $2`

/** Selects (id, tipo, en, vence, horas) of the facts of each kind, from where they are recorded. */
const HECHOS: Record<TipoNovedad, string> = {
  plazo: `select o.id, 'plazo', t.en, o.vence, t.h from (select c.id, c.captura_vence as vence, '-infinity'::timestamptz as nace from captura.candidatura c
    where c.estatus = 'aprobada' and c.estatus_captura in ('sin_captura', 'en_captura', 'completa')
      and c.captura_vence between ($2 at time zone $3)::date and ($2 at time zone $3)::date + 3) o ${FIN}`,
  plazo_observacion: `select o.id, 'plazo_observacion', t.en, o.vence, t.h from (select c.id, b.vence, b.creada_en as nace from captura.observacion b
    join captura.candidatura c on c.id = b.candidatura_id and c.estatus = 'aprobada' and c.estatus_captura = 'observada'
    where b.cerrada_en is null and b.vence between ($2 at time zone $3)::date and ($2 at time zone $3)::date + 3) o ${FIN}`,
  observada: `select b.candidatura_id, 'observada', b.creada_en, ${SIN_PLAZO} from captura.observacion b
    where ${DESDE('b.creada_en')} and b.creada_por <> $4`,
  completa: `select c.id, 'completa', c.capturada_en, ${SIN_PLAZO} from captura.candidatura c
    where c.estatus = 'aprobada' and c.estatus_captura = 'completa' and ${DESDE('c.capturada_en')}
      and not exists (select 1 from captura.captura_ajena a where a.candidatura_id = c.id and a.cuenta_id = $4
        and a.ultima_en > c.capturada_en - interval '1 minute')`,
  correccion_aceptada: correccion('correccion_aceptada', 's.aceptada'),
  correccion_rechazada: correccion('correccion_rechazada', 'not s.aceptada'),
  observacion_cerrada: `select b.candidatura_id, 'observacion_cerrada', b.cerrada_en, ${SIN_PLAZO} from captura.observacion b
    where b.desenlace in ('atendida', 'retirada') and ${DESDE('b.cerrada_en')} and b.cerrada_por <> $4`,
  pausada: `select p.candidatura_id, 'pausada', p.creada_en, ${SIN_PLAZO} from captura.pausa p where ${DESDE('p.creada_en')}`,
  reanudada: `select p.candidatura_id, 'reanudada', p.terminada_en, ${SIN_PLAZO} from captura.pausa p where ${DESDE('p.terminada_en')}`,
  validada: `select c.id, 'validada', c.validada_en, ${SIN_PLAZO} from captura.candidatura c
    where c.estatus = 'aprobada' and c.estatus_captura = 'validada' and ${DESDE('c.validada_en')}`,
  respondida: `select r.candidatura_id, 'respondida', r.creada_en, ${SIN_PLAZO} from captura.respuesta_observacion r where ${DESDE('r.creada_en')}`,
  correccion_pedida: `select s.candidatura_id, 'correccion_pedida', s.creada_en, ${SIN_PLAZO} from captura.solicitud_correccion s
    where ${DESDE('s.creada_en')}`,
  // Verified after its publication began, it is public at once: that is one fact and told once.
  verificada: `select c.id, 'verificada', c.verificada_en, ${SIN_PLAZO} from captura.candidatura c join captura.cargo g on g.id = c.cargo_id
    where c.estatus = 'aprobada' and c.estatus_captura = 'verificada' and ${DESDE('c.verificada_en')}
      and (c.verificada_en at time zone $3)::date < g.inicio_publicacion`,
  publicada: `select c.id, 'publicada', x.en, ${SIN_PLAZO} from captura.candidatura c join captura.cargo g on g.id = c.cargo_id
    cross join lateral (select greatest(c.verificada_en, g.inicio_publicacion::timestamp at time zone $3) as en) x
    where c.estatus = 'aprobada' and c.estatus_captura = 'verificada' and ${DESDE('x.en')}`,
  salida: `select m.candidatura_id, 'salida', m.registrado_en, ${SIN_PLAZO} from captura.cambio m
    where m.tipo in ('sustitucion', 'cancelacion') and ${DESDE('m.registrado_en')} and m.registrado_por <> $4`,
}

function correccion(tipo: TipoNovedad, como: string): string {
  return `select s.candidatura_id, '${tipo}', s.resuelta_en, ${SIN_PLAZO} from captura.solicitud_correccion s
    where ${como} and ${DESDE('s.resuelta_en')}`
}

const hechosOf = (tipos: readonly TipoNovedad[]) =>
  `hecho (id, tipo, en, vence, horas) as (${tipos.map((tipo) => HECHOS[tipo]).join('\nunion all ')})`

/** The facts, one for each candidatura, kind and day. */
function unosOf(tipos: readonly TipoNovedad[]): string {
  return `with ${hechosOf(tipos)},
    uno as (select id, tipo, vence, (en at time zone $3)::date as dia, max(en) as en, min(horas) as horas
      from hecho where $4::uuid is not null group by 1, 2, 3, 4)`
}

/** The number of lines, which every open page of an account asks for each minute. */
const CUENTA = recordOf(ROLES, (rol) =>
  prepared(
    `novedades_${rol}`,
    `with ${hechosOf(novedadesOf(rol))} select count(*)::int as n
     from (select 1 from hecho where $4::uuid is not null group by (en at time zone $3)::date, tipo, vence) linea`,
  ),
)

function valuesOf({ desde, ahora, zona, cuenta }: Omit<Ambito, 'tipos'>): unknown[] {
  return [desde, ahora, zona, cuenta]
}

/** Newest day first; `vistas` is how far the account saw them. */
export async function listLineas(tx: EntityManager, ambito: Ambito, vistas: Date): Promise<LineaRow[]> {
  const rows = await readRows<Omit<LineaRow, 'muestra'> & { ids: string[] }>(
    tx,
    `${unosOf(ambito.tipos)}
     select dia::text as dia, tipo, vence::text as vence, min(horas) as horas, count(*)::int as cuantas,
       (count(*) filter (where en > $5))::int as "sinLeer", max(en) as en, (array_agg(id order by en desc, id))[1:${MUESTRA}] as ids
     from uno group by dia, tipo, vence order by uno.dia desc, array_position($6::text[], tipo), vence`,
    [...valuesOf(ambito), vistas, ambito.tipos],
  )
  const nombres = await nombrar(
    tx,
    rows.flatMap(({ ids }) => ids),
  )
  return rows.map(({ ids, ...row }) => ({ ...row, muestra: ids.flatMap((id) => ({ id, nombre: nombres.get(id) ?? '' })) }))
}

/** Counts lines with something new: `desde` is how far the account saw them. */
export async function countLineas(tx: EntityManager, rol: Rol, ambito: Omit<Ambito, 'tipos'>): Promise<number> {
  const { n } = await readRow<{ n: number }>(tx, CUENTA[rol], valuesOf(ambito))
  return n
}

interface Linea {
  dia: string
  vence: string | null
  limite: number
}

/** Candidaturas of one line, the latest first. */
export async function listCandidaturas(tx: EntityManager, ambito: Ambito, { dia, vence, limite }: Linea): Promise<CandidaturaRow[]> {
  return readRows<CandidaturaRow>(
    tx,
    `${unosOf(ambito.tipos)}
     select u.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre,
       g.nombre || case c.calidad when 'suplente' then ' (suplente)' else '' end as "cargoNombre", d.nombre as lugar, u.en
     from uno u join captura.candidatura c on c.id = u.id join captura.persona p on p.id = c.persona_id
     join captura.cargo g on g.id = c.cargo_id join captura.demarcacion d on d.id = c.demarcacion_id
     where u.dia = $5 and u.vence is not distinct from $6::date order by u.en desc, c.orden limit $7`,
    [...valuesOf(ambito), dia, vence, limite],
  )
}

async function nombrar(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await readRows<{ id: string; nombre: string }>(
    tx,
    `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre
     from captura.candidatura c join captura.persona p on p.id = c.persona_id where c.id = any($1)`,
    [ids],
  )
  return new Map(rows.map(({ id, nombre }) => [id, nombre]))
}

/** Never goes back: an older page does not make seen facts new again. */
export async function markVistas(tx: EntityManager, cuenta: string, hasta: Date): Promise<void> {
  await tx.query(
    `insert into captura.marca_novedades as m (cuenta_id, vistas_hasta) values ($1, $2)
     on conflict (cuenta_id) do update set vistas_hasta = greatest(m.vistas_hasta, excluded.vistas_hasta)`,
    [cuenta, hasta],
  )
}

export async function saveCorreo(tx: EntityManager, cuenta: string, correo: CorreoNovedades): Promise<void> {
  await tx.query(
    `insert into captura.marca_novedades (cuenta_id, correo) values ($1, $2)
     on conflict (cuenta_id) do update set correo = excluded.correo`,
    [cuenta, correo],
  )
}
