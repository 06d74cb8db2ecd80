import { randomUUID } from 'node:crypto'
import { CALIDADES, nameWords, searchWords, SEXOS } from '@conoceles/domain'
import type { TestApp } from '../app.ts'
import { givenCandidatura, sql, type GivenCandidatura } from '../registro/candidaturas.ts'

/** A candidatura as the tables have it, for a search written another way than the application's. */
export interface Known {
  id: string
  clave: string
  orden: string
  palabras: string
  folio: string
  cargo: string
  tipo: string
  lugar: string
  actor: string
  partido: string | null
  responsable: string
  acuerdo: string
  calidad: string
  sexo: string
  grupo: string | null
  estatus: string
  estatusCaptura: string
  vence: string | null
  validada: string | null
}

export const HOY = '2030-05-02'
const NAMES = ['José Ángel', 'María', 'Mario', 'Ñandú', 'Ana María', 'Zoe']
const SURNAMES = ['Núñez García', 'Peña', 'de la Peña', "O'Gorman", 'Garza Ríos']
const PLACES: Pick<GivenCandidatura, 'contienda' | 'actor' | 'responsable'>[] = [
  { contienda: 'legislatura-norte', actor: 'PRIO' },
  { contienda: 'legislatura-norte', actor: 'LUCES', responsable: 'PFAR' },
  { contienda: 'legislatura-sur', actor: 'PFAR' },
  { contienda: 'alcaldia-m1', actor: 'PCOM' },
  { contienda: 'alcaldia-m1', actor: 'PRIO' },
  { contienda: 'alcaldia-m2', actor: 'LUCES', responsable: 'PCOM' },
  { contienda: 'comunidad-c1', actor: 'PFAR' },
  { contienda: 'intendencia-99', actor: 'PRIO' },
]
const CROWD = 90

/** Candidaturas of every kind that the directory tells apart. */
export async function givenDirectorio(test_: TestApp): Promise<Known[]> {
  for (let i = 0; i < CROWD; i += 1) await givenCandidatura(test_, person(i))
  // A quarter of them under another acuerdo; captura at every stage, some with a term that ended.
  const otro = randomUUID()
  await sql(test_, `insert into captura.acuerdo (id, proceso_id, numero, fecha) values ($1, $2, 'VC/ACU/2', '2030-04-10')`, [
    otro,
    test_.loaded.procesoId,
  ])
  await sql(
    test_,
    `update captura.candidatura c set acuerdo_id = case when n % 4 = 0 then $1::uuid else acuerdo_id end,
       estatus_captura = (array['sin_captura', 'en_captura', 'completa', 'validada', 'observada', 'verificada'])[1 + n % 6],
       validada_en = case when n % 6 >= 3 then timestamptz '2030-04-25T10:00:00Z' + (n / 12) * interval '1 minute' end,
       captura_vence = captura_vence + (n % 3) * 2
     from (select id, (row_number() over (order by clave))::int as n from captura.candidatura) r where r.id = c.id`,
    [otro],
  )
  return readKnown(test_)
}

function person(i: number): GivenCandidatura {
  const pick = <T>(list: readonly T[], step: number) => list[Math.floor(i / step) % list.length] as T
  return {
    ...pick(PLACES, 1),
    nombre: pick(NAMES, 1),
    primerApellido: pick(SURNAMES, 1),
    sexo: pick(SEXOS, 2),
    calidad: pick(CALIDADES, 1),
    estatus: i % 11 === 0 ? pick(['sustituida', 'cancelada'] as const, 11) : 'aprobada',
    entregada: i % 5 !== 0,
    ...(i % 7 === 0 ? { accionAfirmativa: i % 2 ? 'islena' : 'serrana' } : {}),
    ...(i % 9 === 0 ? { apodo: `La Güera ${i}` } : {}),
  }
}

function readKnown(test_: TestApp): Promise<Known[]> {
  return sql<Known>(
    test_,
    `select c.id, c.clave, c.orden, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido, p.apodo) as palabras, c.folio_formula::text as folio,
       g.clave as cargo, d.tipo, d.clave as lugar, a.clave as actor, o.clave as partido, r.clave as responsable, c.acuerdo_id as acuerdo, c.calidad,
       p.sexo, c.accion_afirmativa as grupo, c.estatus, c.estatus_captura as "estatusCaptura", c.captura_vence::text as vence,
       to_char(c.validada_en at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as validada
     from captura.candidatura c join captura.persona p on p.id = c.persona_id join captura.postulacion po on po.id = c.postulacion_id
     join captura.contienda k on k.id = po.contienda_id join captura.cargo g on g.id = k.cargo_id
     join captura.demarcacion d on d.id = k.demarcacion_id join captura.actor_politico a on a.id = po.actor_id
     join captura.actor_politico r on r.id = c.responsable_id left join captura.actor_politico o on o.id = c.partido_origen_id`,
  )
}

const plazoOf = ({ vence }: Known) => (vence === null ? 'sin_entrega' : vence < HOY ? 'vencida' : 'corriendo')

/** Condition of each filter. */
export const MEETS: Record<string, (row: Known, value: string) => boolean> = {
  q: (row, value) => row.clave === value.trim() || searchWords(value).every((word) => findsWord(row, word)),
  cargo: (row, value) => row.cargo === value,
  distrito: (row, value) => row.tipo === 'distrito' && row.lugar === value,
  municipio: (row, value) => row.tipo === 'municipio' && row.lugar === value,
  comunidad: (row, value) => row.tipo === 'comunidad' && row.lugar === value,
  actor: (row, value) => row.actor === value || row.partido === value,
  acuerdo: (row, value) => row.acuerdo === value,
  calidad: (row, value) => row.calidad === value,
  sexo: (row, value) => row.sexo === value,
  grupo: (row, value) => row.grupo === value,
  estatus: (row, value) => row.estatus === value,
  estatusCaptura: (row, value) => row.estatusCaptura === value,
  plazo: (row, value) => plazoOf(row) === value,
}

function findsWord({ palabras, folio }: Known, word: string): boolean {
  const words = [...nameWords(palabras), folio]
  return words.some((own) => (/^\d+$/.test(word) ? own === word : own.startsWith(word)))
}
