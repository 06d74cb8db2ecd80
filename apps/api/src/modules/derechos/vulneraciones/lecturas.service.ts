import type { EntityManager } from 'typeorm'
import { NOMBRES_ROL, searchWords } from '@conoceles/domain'
import type { AccesoModule } from '../../acceso/index.ts'
import { leerLecturas, type ActoLeido, type LecturaBitacoraService } from '../auditoria/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { CuentaHalladaDto, LecturasVulneracionDto, LecturasVulneracionQueryDto, PersonaLeidaDto } from './vulneraciones.dto.ts'
import { findCandidaturas } from './vulneraciones.queries.ts'

interface Parts {
  acts: Acts
  lectura: LecturaBitacoraService
  cuentas: Pick<AccesoModule, 'listar'>
}

const FOUND = 10

/** Helps to tell the persons that a breach touched, by the entries of the bitácora. */
export class LecturasVulneracionService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** Each persona whose data somebody read in these days. Asking is an act. */
  leidas(
    quien: Quien,
    { desde = null, hasta = null, cuentaId = null }: Nullable<LecturasVulneracionQueryDto>,
  ): Promise<LecturasVulneracionDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const periodo = { desde, hasta }
      const leidos = await leerLecturas({ tx, periodo }, quien, { lectura: this.parts.lectura, cuenta: cuentaId })
      const personas = await personasDe(tx, leidos)
      await this.parts.acts.record(tx, quien, {
        acto: 'vulneracion.lecturas_consultadas',
        objeto: cuentaId === null ? null : { tipo: 'cuenta', id: cuentaId },
        detalle: { desde, hasta, personas: personas.length },
      })
      return {
        frases: [
          frase({ lecturas: leidos.length, personas: personas.length, deUnaCuenta: cuentaId !== null }),
          ...leidos.slice(0, TOLD).map(dicha),
        ],
        personas,
      }
    })
  }

  /** Accounts by words of their name, their charge and their actor político. */
  async cuentas(q: string): Promise<CuentaHalladaDto[]> {
    const words = searchWords(q)
    const all = (await this.parts.cuentas.listar()).map(({ id, nombre, rol, cargo, actorPolitico }) => ({
      ...{ id, nombre },
      cargo: [cargo ?? NOMBRES_ROL[rol], actorPolitico?.nombre].filter(Boolean).join(', '),
    }))
    const matches = ({ nombre, cargo }: CuentaHalladaDto) => {
      const text = searchWords(`${nombre} ${cargo}`).join(' ')
      return words.every((word) => text.includes(word))
    }
    return all.filter(matches).slice(0, FOUND)
  }
}

type Nullable<T> = { [K in keyof T]?: T[K] | null }

/** The newest readings are told one by one; the bitácora has all. */
const TOLD = 20

interface Cuenta {
  lecturas: number
  personas: number
  /** Only the readings of one account were asked for. */
  deUnaCuenta: boolean
}

function frase({ lecturas, personas, deUnaCuenta }: Cuenta): string {
  if (lecturas === 0)
    return deUnaCuenta
      ? 'En esos días esa cuenta no leyó datos personales que no son públicos.'
      : 'En esos días nadie leyó datos personales que no son públicos.'
  const read = lecturas === 1 ? '1 lectura' : `${lecturas.toLocaleString('es-MX')} lecturas`
  return `${read} de datos de ${personas === 1 ? '1 persona' : `${personas.toLocaleString('es-MX')} personas`}.`
}

/** "20 de abril de 2024, 10:14:05: Verificación 1, Lectura de respuestas de identidad, de Ana Ríos". */
function dicha({ palabras: { cuando, quien, acto, sobre } }: ActoLeido): string {
  return `${cuando}: ${quien.nombre}, ${acto}${sobre?.nombre ? `, de ${sobre.nombre}` : ''}.`
}

/** An act names a candidatura, a request of one, or a list of those that were read. */
async function personasDe(tx: EntityManager, leidos: readonly ActoLeido[]): Promise<PersonaLeidaDto[]> {
  const named = leidos.map((leido) => ({ leido, ids: idsOf(leido) }))
  const found = await findCandidaturas(tx, [...new Set(named.flatMap(({ ids }) => ids))])
  const byId = new Map(found.map(({ de, ...persona }) => [de, persona]))
  const personas = new Map<string, PersonaLeidaDto>()
  for (const { leido, ids } of named)
    for (const id of ids) {
      const persona = byId.get(id)
      if (!persona) continue
      const before = personas.get(persona.id) ?? { ...persona, veces: 0, quienes: [] }
      const quienes = [...new Set([...before.quienes, leido.palabras.quien.nombre])]
      personas.set(persona.id, { ...before, veces: before.veces + 1, quienes })
    }
  return [...personas.values()].sort((a, b) => a.nombre.localeCompare(b.nombre, 'es'))
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function idsOf({ contenido: { objeto, detalle } }: ActoLeido): string[] {
  const leidas = Array.isArray(detalle.leidas) ? (detalle.leidas as unknown[]) : []
  return [objeto?.id, ...leidas].filter((id): id is string => typeof id === 'string' && UUID.test(id))
}
