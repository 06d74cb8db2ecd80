import type { EntityManager } from 'typeorm'
import { advertirRegistro, advertirVentana } from '@conoceles/domain'
import type { ProcesosService } from '../../proceso/index.ts'
import { ACENTOS, advertirAcentos, type ReglaAdvertida } from './acentos.ts'
import type { AdvertenciaRegistroDto, ListAdvertenciasDto } from './advertencias.dto.ts'
import { listRegistro, listSustituciones, type RegistroRow } from './advertencias.queries.ts'

export interface AdvertenciasFilter {
  regla: string | null
  actor: string | null
  despues: string | null
  limite: number
}

type Concerned = Pick<RegistroRow, 'id' | 'nombre' | 'lugar' | 'orden' | 'actor' | 'partido'>

interface Found {
  regla: ReglaAdvertida
  texto: string
  candidaturas: Concerned[]
  /** Place in the list: the rule, then the first candidatura; unique. */
  posicion: string
}

/** Warnings by the rules of the proceso about the register as it stands. None of them stops an act. */
export class AdvertenciasService {
  constructor(private readonly procesos: ProcesosService) {}

  async list(tx: EntityManager, { regla, actor, despues, limite }: AdvertenciasFilter): Promise<ListAdvertenciasDto> {
    const { catalogos } = await this.procesos.proceso(tx)
    const ofActor = (await this.findAll(tx)).filter((found) => actor === null || concerns(found, actor))
    const asked = ofActor.filter((found) => regla === null || found.regla.clave === regla)
    const rest = despues === null ? asked : asked.filter(({ posicion }) => posicion > despues)
    const page = rest.slice(0, limite)
    return {
      elementos: page.map(toAdvertenciaDto),
      total: asked.length,
      porRegla: [...catalogos.reglas, ACENTOS].flatMap(({ clave, texto }) => {
        const cuantas = ofActor.filter((found) => found.regla.clave === clave).length
        return cuantas > 0 ? [{ clave, texto, cuantas }] : []
      }),
      siguiente: rest.length > limite ? (page.at(-1)?.posicion ?? null) : null,
    }
  }

  async count(tx: EntityManager): Promise<number> {
    return (await this.findAll(tx)).length
  }

  /** All of them, in their order. */
  private async findAll(tx: EntityManager): Promise<Found[]> {
    const { id, jornada, catalogos } = await this.procesos.confirmado(tx)
    const filas = await listRegistro(tx, id)
    const byId = new Map(filas.map((fila) => [fila.id, fila]))
    const register = advertirRegistro(filas, catalogos.reglas, jornada).map(({ regla, texto, candidaturas }) => ({
      regla,
      texto,
      candidaturas: candidaturas.flatMap((candidatura) => byId.get(candidatura) ?? []),
    }))
    const sustituciones = (await listSustituciones(tx, id)).flatMap((row) =>
      advertirVentana(row.efectosDesde, row.cargo, catalogos.reglas).map((found) => ({ ...found, candidaturas: [row] })),
    )
    return inOrder([...register, ...sustituciones, ...advertirAcentos(filas)], [...catalogos.reglas, ACENTOS])
  }
}

function inOrder(all: Omit<Found, 'posicion'>[], reglas: readonly ReglaAdvertida[]): Found[] {
  const rank = new Map(reglas.map(({ clave }, index) => [clave, String(index).padStart(3, '0')]))
  const seen = new Map<string, number>()
  const placed = all.map((found) => {
    const place = `${rank.get(found.regla.clave) ?? ''}${found.candidaturas[0]?.orden ?? ''}`
    const times = (seen.get(place) ?? 0) + 1
    seen.set(place, times)
    return { ...found, posicion: `${place}~${times}` }
  })
  return placed.sort((a, b) => (a.posicion < b.posicion ? -1 : 1))
}

function concerns({ candidaturas }: Found, actor: string): boolean {
  return candidaturas.some((each) => each.actor === actor || each.partido === actor)
}

function toAdvertenciaDto({ regla, texto, candidaturas }: Found): AdvertenciaRegistroDto {
  return {
    regla: regla.clave,
    reglaTexto: regla.texto,
    texto,
    fuente: regla.fuente,
    confianza: regla.confianza,
    candidaturas: candidaturas.map(({ id, nombre, lugar }) => ({ id, nombre, lugar })),
  }
}
