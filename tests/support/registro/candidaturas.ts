import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { ultimoDia, type Calidad, type EstatusCandidatura, type Sexo } from '@conoceles/domain'
import { Acuerdo, insertCandidaturas, Persona } from '../../../apps/api/src/modules/registro/index.ts'
import type { TestApp } from '../app.ts'

export interface GivenCandidatura {
  contienda?: string
  /** Actor político that postulates. */
  actor?: string
  /** Actor político of the accounts that capture: the one that postulates, unless it is an alianza. */
  responsable?: string
  numero?: number
  calidad?: Calidad
  nombre?: string
  primerApellido?: string
  segundoApellido?: string
  apodo?: string
  sexo?: Sexo
  fechaNacimiento?: string
  accionAfirmativa?: string
  eleccionConsecutiva?: boolean
  estatus?: EstatusCandidatura
  /** Whether its access account was delivered on the day that the pack foresees; yes unless the test says no. */
  entregada?: boolean
}

export interface Given {
  id: string
  clave: string
  /** Clave of the actor político whose accounts capture. */
  responsable: string
}

type Full = Required<Omit<GivenCandidatura, 'numero' | 'responsable' | 'segundoApellido' | 'apodo' | 'accionAfirmativa'>>

const DEFAULTS: Full = {
  contienda: 'legislatura-norte',
  actor: 'PRIO',
  calidad: 'propietaria',
  nombre: 'Nombre',
  primerApellido: 'Apellido',
  sexo: 'mujer',
  fechaNacimiento: '1990-02-28',
  eleccionConsecutiva: false,
  estatus: 'aprobada',
  entregada: true,
}

/** Each is a fórmula of her own unless the test says the number. */
let places = 0

/** A candidatura as an approved list leaves it, written behind the API. */
export async function givenCandidatura(test: TestApp, given: GivenCandidatura = {}): Promise<Given> {
  const full = { ...DEFAULTS, numero: (places += 1), ...given }
  const responsable = full.responsable ?? full.actor
  const id = randomUUID()
  const clave = `${full.contienda}-${full.actor}-${full.numero}-${full.calidad}-${id.slice(0, 8)}`
  const [, cargo] = cargoOf(test, full.contienda)
  await test.owner.transaction(async (tx) => {
    const persona = toPersona(full)
    await tx.insert(Persona, persona)
    await tx.query(
      `insert into captura.acuerdo (id, proceso_id, numero, fecha) values ($1, $2, 'VC/ACU/1', '2030-04-01') on conflict do nothing`,
      [randomUUID(), test.loaded.procesoId],
    )
    const { id: acuerdoId } = await tx.findOneByOrFail(Acuerdo, { numero: 'VC/ACU/1' })
    await insertCandidaturas(tx, { id: test.loaded.procesoId, feriados: [] }, [
      {
        id,
        clave,
        acuerdoId,
        postulacionId: must(test.loaded.postulaciones.get(`${full.contienda}|${full.actor}`)),
        personaId: persona.id,
        responsableId: actorId(test, responsable),
        partidoOrigenId: actorId(test, responsable),
        numero: full.numero,
        calidad: full.calidad,
        accionAfirmativa: full.accionAfirmativa ?? null,
        eleccionConsecutiva: full.eleccionConsecutiva,
        estatus: full.estatus,
      },
    ])
    const { entregaCuentas, diasCaptura: dias, plazoDiasTipo: tipoDias } = cargo
    if (full.entregada) {
      const vence = ultimoDia(entregaCuentas, { dias, tipoDias }, [])
      await tx.query('update captura.candidatura set cuenta_entregada = $2, captura_vence = $3 where id = $1', [id, entregaCuentas, vence])
    }
  })
  return { id, clave, responsable }
}

function toPersona(full: Full & GivenCandidatura): Persona {
  const { nombre, primerApellido, sexo, fechaNacimiento } = full
  return {
    id: randomUUID(),
    nombre,
    primerApellido,
    segundoApellido: full.segundoApellido ?? null,
    apodo: full.apodo ?? null,
    sexo,
    fechaNacimiento,
    edadDeclarada: null,
  }
}

function cargoOf({ pack, loaded }: TestApp, contienda: string) {
  const { cargo } = must(pack.contiendas.find(({ clave }) => clave === contienda))
  return [cargo, must(loaded.cargos.get(cargo))] as const
}

export function actorId({ loaded }: TestApp, clave: string): string {
  return must(loaded.actores.get(clave))
}

/** Moves the legal clock of the simulacro, for this process and for the others. */
export async function moveReloj({ owner, deps }: TestApp, ahora: string): Promise<void> {
  const desfase = Temporal.Instant.from(ahora).epochMilliseconds - deps.clock.system().epochMilliseconds
  await owner.query('update captura.proceso set desfase_reloj = $1', [desfase])
  deps.clock.setOffset(desfase)
}

export async function sql<T = Record<string, unknown>>({ owner }: TestApp, text: string, params: unknown[] = []): Promise<T[]> {
  return (await owner.query(text, params)) as T[]
}

/** The one who stands in the first place stands in the other, too. */
export async function mismaPersona(test: TestApp, { id }: Given, otro: Given): Promise<void> {
  const text = 'update captura.candidatura set persona_id = (select persona_id from captura.candidatura where id = $1) where id = $2'
  await sql(test, text, [id, otro.id])
}

export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the test names something that is not there')
  return value
}
