import type { EntityManager } from 'typeorm'
import { nombraA, puede, searchWords } from '@conoceles/domain'
import { act, type Quien } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { normalizeCorreo } from '../cuentas/cuenta-vista.ts'
import type { InvitacionesService } from '../cuentas/invitaciones.service.ts'
import type { PorConfirmar, PropuestasService } from '../propuestas/propuestas.service.ts'
import {
  listCuentasDePersonas,
  listOcupados,
  listPersonas,
  listPropuestas,
  type CuentaDePersona,
  type PersonaRow,
} from './personas.queries.ts'
import type {
  InvitarPersonasResultadoDto,
  ListPersonasQueryDto,
  PersonaInvitableDto,
  PersonaPorInvitarDto,
  PersonaRevisadaDto,
} from './personas.dto.ts'

interface Parts {
  invitaciones: InvitacionesService
  propuestas: PropuestasService
}

/** Accounts and proposals that stand in the way of an invitation. */
interface Known {
  cuentas: Map<string, CuentaDePersona>
  propuestas: Set<string>
  ocupados: Set<string>
}

/** Personas candidatas who may be invited: found by name, chosen many at once, and told before anything is sent. */
export class PersonasService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** Those of one candidatura, of a name, or that ask for another invitation; nobody is listed unasked. */
  async list(quien: Quien, { candidaturaId, q = '', pedidas }: ListPersonasQueryDto): Promise<PersonaInvitableDto[]> {
    const words = searchWords(q)
    const asked = pedidas ? [...(await this.known(null)).cuentas.keys()] : candidaturaId ? [candidaturaId] : null
    if (asked === null && words.length === 0) return []
    const personas = await this.read(quien, { ids: asked, words })
    const known = await this.known(personas.map((persona) => persona.candidaturaId))
    return personas.map((persona) => toPersona(persona, known, quien))
  }

  /** The personas that ask for another invitation, as one line of «Lo que toca hoy». */
  async pendientes(tx: EntityManager, { rol }: Quien): Promise<PorConfirmar[]> {
    if (!puede(rol, 'personas.invitar')) return []
    const { cuentas } = await this.known(null)
    if (cuentas.size === 0) return []
    const cuantas = (await listPersonas(tx, { ids: [...cuentas.keys()], words: [] })).length
    if (cuantas === 0) return []
    const texto =
      cuantas === 1 ? 'Enviar otra invitación a una persona que la pide' : `Enviar otra invitación a ${cuantas} personas que la piden`
    return [{ clave: 'enviar_invitaciones', texto, cuantas, venceEn: null, enlace: '/invitaciones' }]
  }

  /** Says of each whether she is invited, and shows the message; nothing is kept. */
  async preview(quien: Quien, pedidas: readonly PersonaPorInvitarDto[]): Promise<InvitarPersonasResultadoDto> {
    const personas = await this.review(quien, pedidas)
    const first = personas.find(({ razones }) => razones.length === 0)
    return { personas, mensaje: first ? await this.messageTo(first) : null }
  }

  /** Proposes each who has no reason against it; another person confirms them, and then the messages leave. */
  async invitar(quien: Quien, pedidas: readonly PersonaPorInvitarDto[]): Promise<InvitarPersonasResultadoDto> {
    const personas = await this.review(quien, pedidas)
    for (const persona of personas) {
      if (persona.razones.length > 0) continue
      const { candidaturaId, correo, nombre } = persona
      const razon = await this.propose(quien, { candidaturaId, correo, nombre: nombre ?? '' })
      if (razon !== null) persona.razones.push(razon)
    }
    return { personas, mensaje: null }
  }

  private async propose(quien: Quien, { candidaturaId, correo, nombre }: Required<PersonaPorInvitarDto>): Promise<string | null> {
    try {
      await this.parts.propuestas.proponer(quien, { nombre, correo, rol: 'candidata', actorPoliticoId: null, candidaturaId })
      return null
    } catch (error) {
      if (error instanceof AppError && error.status < 500) return error.sentence
      throw error
    }
  }

  private async review(quien: Quien, pedidas: readonly PersonaPorInvitarDto[]): Promise<PersonaRevisadaDto[]> {
    const rows = await this.read(quien, { ids: pedidas.map(({ candidaturaId }) => candidaturaId), words: [] })
    const personas = new Map(rows.map((row) => [row.candidaturaId, row]))
    const correos = pedidas.map(({ correo }) => normalizeCorreo(correo))
    const known = await this.known([...personas.keys()], correos)
    const seen = new Set<string>()
    return pedidas.map(({ candidaturaId, nombre }, at) => {
      const persona = personas.get(candidaturaId) ?? null
      const correo = correos[at] ?? ''
      const razones = razonesContra({ persona, nombre, correo, known, repeated: seen.has(correo) })
      seen.add(correo)
      return { candidaturaId, correo, nombre: persona?.nombre ?? null, candidatura: persona && candidaturaOf(persona), razones }
    })
  }

  private async messageTo({ candidaturaId, nombre, correo }: PersonaRevisadaDto): Promise<{ asunto: string; texto: string }> {
    const { asunto, texto } = await this.parts.invitaciones.write(
      { candidaturaId, nombre: nombre ?? '', correo },
      { token: '…', conCodigo: false },
    )
    return { asunto, texto }
  }

  private read(quien: Quien, which: Parameters<typeof listPersonas>[1]): Promise<PersonaRow[]> {
    return act(this.deps.databases, quien, (tx) => listPersonas(tx, which))
  }

  private known(candidaturas: readonly string[] | null, correos: readonly string[] = []): Promise<Known> {
    return this.deps.databases.acceso.transaction(async (tx) => ({
      cuentas: new Map((await listCuentasDePersonas(tx, candidaturas)).map((cuenta) => [cuenta.candidaturaId, cuenta])),
      propuestas: await listPropuestas(tx, candidaturas ?? []),
      ocupados: await listOcupados(tx, correos),
    }))
  }
}

interface Judged {
  persona: PersonaRow | null
  nombre: string | undefined
  correo: string
  known: Known
  repeated: boolean
}

function razonesContra({ persona, nombre, correo, known, repeated }: Judged): string[] {
  if (persona === null) return ['No existe, o no está a su alcance.']
  const razon = razonDeCuenta(persona.candidaturaId, known)
  return [
    ...(razon === null ? [] : [razon]),
    ...(nombre !== undefined && !nombraA(nombre, persona.nombre)
      ? [`El correo llegó a nombre de «${nombre}», que no es esta persona.`]
      : []),
    ...(razon === null && known.ocupados.has(correo) ? ['Ese correo ya es de otra cuenta.'] : []),
    ...(repeated ? ['Ese correo está repetido en la lista.'] : []),
  ]
}

const RAZONES = {
  activa: 'Ya entra con su cuenta.',
  invitada: 'Ya tiene una invitación: si no le llegó, envíela otra vez desde su candidatura.',
} as const

function razonDeCuenta(candidaturaId: string, { cuentas, propuestas }: Known): string | null {
  const cuenta = cuentas.get(candidaturaId)
  if (cuenta) return RAZONES[cuenta.estatus]
  return propuestas.has(candidaturaId) ? 'Ya está propuesta: falta que otra persona del instituto la confirme.' : null
}

function candidaturaOf({ cargo, lugar, actor }: PersonaRow): string {
  return `${cargo}, ${lugar}, ${actor}`
}

/** Her address is told to the institute alone: a party knows those that it gave. */
function toPersona(persona: PersonaRow, { cuentas, propuestas }: Known, { rol }: Quien): PersonaInvitableDto {
  const { candidaturaId, nombre } = persona
  const cuenta = cuentas.get(candidaturaId)
  const estatus = cuenta?.estatus ?? (propuestas.has(candidaturaId) ? 'propuesta' : 'sin_cuenta')
  const own = cuenta && {
    id: cuenta.id,
    correo: puede(rol, 'cuentas.ver') ? cuenta.correo : null,
    venceEn: toIso(cuenta.venceEn),
    pedidaEn: toIso(cuenta.pedidaEn),
  }
  return { candidaturaId, nombre, candidatura: candidaturaOf(persona), estatus, cuenta: own ?? null }
}
