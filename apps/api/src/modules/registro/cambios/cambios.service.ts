import type { EntityManager } from 'typeorm'
import type { Acts, Objeto, Acuse } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { ClaveActo, Actos } from '@conoceles/domain'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { advertirTras } from './advertencias.ts'
import { applyPlanes, blameLugar } from './escritura.ts'
import { resolvePedido, type Body, type Catalogo, type Pedido } from './pedido.ts'
import { fullName, planCambio, type Plan } from './plan.ts'
import { recordCambios } from './registro.ts'
import type {
  CanceladaDto,
  CanceladasDto,
  CancelacionesDto,
  CancelarDto,
  CorregidaDto,
  CorregirDto,
  RestituidaDto,
  RestituirDto,
  SustituidaDto,
  SustituirDto,
} from './cambios.dto.ts'
import { type LugarRow, lockLugares, listOfSamePersona, lockPersonas, readLugares, samePlace } from './cambios.queries.ts'
import type { AdvertenciaDto } from '../candidaturas/referencias.dto.ts'

type Of<T> = T & { id: string }
const MAX_LOTE = 500

type Leida = Pick<LugarRow, 'id' | 'version'>

interface Reading {
  catalogo: Catalogo
  pedido: Pedido
  planes: readonly [Plan, ...Plan[]]
}

/** Acts that change the holder of a place, or the registered facts about her. */
export class CambiosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: { acts: Acts; procesos: ProcesosService },
  ) {}

  /** The leaving candidatura keeps its facts; the entering one takes the same place with an acuerdo and a term of its own. */
  sustituir(quien: Quien, { id, version, ...body }: Of<SustituirDto>, clave: string | null): Promise<SustituidaDto> {
    if (!body.entra && !body.entraDe)
      throw new AppError('entrada.invalida', { errors: [{ field: 'entra', reasons: ['Falta decir quién entra.'] }] })
    return this.one(quien, { acto: 'sustituir', body, clave, version: { id, version } }, ({ plan, ...done }) => ({
      ...done,
      candidaturaId: plan.alta?.id ?? '',
    }))
  }

  /** The place stays empty; the rest of the planilla is not touched. */
  cancelar(quien: Quien, { id, version, ...body }: Of<CancelarDto>, clave: string | null): Promise<CanceladaDto> {
    return this.one(quien, { acto: 'cancelar', body, clave, version: { id, version } }, ({ advertencias, acuse }) => ({
      advertencias,
      acuse,
    }))
  }

  corregir(quien: Quien, { id, version, ...body }: Of<CorregirDto>, clave: string | null): Promise<CorregidaDto> {
    return this.one(quien, { acto: 'corregir', body, clave, version: { id, version } }, ({ plan, ...done }) => ({
      ...done,
      diferencias: plan.diferencias,
    }))
  }

  /** The present holder leaves the place to the restored one. */
  restituir(quien: Quien, { id, version, ...body }: Of<RestituirDto>, clave: string | null): Promise<RestituidaDto> {
    return this.one(quien, { acto: 'restituir', body, clave, version: { id, version } }, ({ plan, ...done }) => ({
      ...done,
      sale: plan.sale?.id ?? null,
    }))
  }

  /** All or nothing, under one acuse. */
  cancelarVarias(quien: Quien, { candidaturas, ...body }: CancelacionesDto, clave: string | null): Promise<CanceladasDto> {
    const versiones = [...new Map(candidaturas.map((each) => [each.id, each])).values()]
    if (versiones.length === 0 || versiones.length > MAX_LOTE)
      throw new AppError('entrada.invalida', { errors: [{ field: 'candidaturas', reasons: [`De una a ${MAX_LOTE}.`] }] })
    return this.perform(quien, { acto: 'cancelar', body, clave, versiones }, ({ reading, acuse }) => ({
      cuantas: reading.planes.length,
      acuse,
    }))
  }

  private one<T>(
    quien: Quien,
    { version, ...call }: { acto: Pedido['acto']; body: object; clave: string | null; version: Leida },
    answer: (done: { plan: Plan; advertencias: AdvertenciaDto[]; acuse: Acuse }) => T & object,
  ): Promise<T> {
    return this.perform(quien, { ...call, versiones: [version] }, async ({ tx, reading, acuse }) => {
      const [plan] = reading.planes
      return answer({ plan, advertencias: await this.advertir(tx, reading, plan), acuse })
    })
  }

  /** One acuse for all; each candidatura has an entry of its own. */
  private async perform<T extends object>(
    quien: Quien,
    { acto, body, clave, versiones }: { acto: Pedido['acto']; body: object; clave: string | null; versiones: readonly Leida[] },
    answer: (done: { tx: EntityManager; reading: Reading; acuse: Acuse }) => T | Promise<T>,
  ): Promise<T> {
    return this.services.acts
      .perform(quien, {
        acto: EVENTO[acto],
        envio: { clave, contenido: { versiones, body } },
        lock: (tx) => this.read(tx, { body: { ...body, acto }, versiones }),
        objeto: ({ planes: [plan] }) => toObjeto(plan.row),
        change: async ({ tx, state: reading, ahora, folio }) => {
          const { catalogo, pedido, planes } = reading
          const touched = await applyPlanes(tx, { proceso: catalogo.proceso, pedido }, planes)
          await recordCambios(tx, { quien, ahora, folio }, { catalogo, pedido, planes })
          const entryOf = (plan: Plan) => ({ objeto: toObjeto(plan.row), detalle: detalleOf(plan, { pedido, folio, touched }) })
          const [plan, ...others] = planes
          const candidaturas = planes.map(({ row, alta }) => ({ id: row.id, entra: alta?.id ?? null }))
          return { recibido: { candidaturas, ...body }, detalle: entryOf(plan).detalle, otras: others.map(entryOf), reading }
        },
        answer: ({ tx, hecho, acuse }) => answer({ tx, reading: hecho.reading, acuse }),
      })
      .catch(blameLugar)
  }

  private async read(tx: EntityManager, { body, versiones }: { body: Body; versiones: readonly Leida[] }): Promise<Reading> {
    const ids = versiones.map(({ id }) => id)
    // All that the act will touch, in one order: two acts on one persona wait for each other and never both.
    await lockLugares(tx, [...(await listOfSamePersona(tx, ids)), ...(body.entraDe ? [body.entraDe] : [])])
    if (body.acto === 'corregir') await lockPersonas(tx, ids)
    const proceso = await this.services.procesos.proceso(tx)
    const hoy = this.deps.clock.today().toString()
    const catalogo = { proceso, actores: await this.services.procesos.actores(tx), hoy }
    const pedido = await resolvePedido(tx, catalogo, body)
    const rows = await readLugares(tx, ids)
    const [plan, ...others] = versiones.map(({ id, version }) => {
      const row = rows.find((each) => each.id === id)
      if (!row) throw new AppError('ruta.no_existe')
      if (row.version !== version)
        throw new AppError('candidatura.version_distinta', { detail: `Cambió la de ${fullName(row)}.`, actual: textoOf(row) })
      return planCambio(pedido, { row, lugar: rows.filter(samePlace(row)) }, catalogo)
    })
    if (!plan) throw new AppError('ruta.no_existe')
    const planes: Reading['planes'] = [plan, ...others]
    assertAllowed(planes)
    return { catalogo, pedido, planes }
  }

  private async advertir(tx: EntityManager, { catalogo, pedido }: Omit<Reading, 'planes'>, { row }: Plan): Promise<AdvertenciaDto[]> {
    const { postulacionId, numero, cargo } = row
    const tell = await advertirTras(tx, catalogo.proceso, { quita: [], pone: [], postulaciones: [postulacionId] })
    const { acto, efectosDesde } = pedido
    return tell({ postulacionId, numero, ...(acto === 'sustituir' && efectosDesde ? { sustitucion: { efectosDesde, cargo } } : {}) })
  }
}

const EVENTO = {
  sustituir: 'candidatura.sustituida',
  cancelar: 'candidatura.cancelada',
  corregir: 'candidatura.corregida',
  restituir: 'candidatura.restituida',
} as const satisfies Record<Pedido['acto'], ClaveActo>

function toObjeto({ id }: { id: string }): Objeto {
  return { tipo: 'candidatura', id }
}

interface Hecha {
  pedido: Pedido
  folio: string
  /** Everybody who changed, by candidatura. */
  touched: ReadonlyMap<string, string[]>
}

function detalleOf({ row, correccion, diferencias }: Plan, { pedido, folio, touched }: Hecha): Actos['candidatura.corregida'] {
  return {
    version: row.version + 1,
    folio,
    candidaturas: touched.get(row.id),
    acuerdo: pedido.acuerdo?.id ?? null,
    ...(correccion && { campos: diferencias.map(({ campo }) => campo) }),
  }
}

/** The registered facts of somebody who changed meanwhile. */
function textoOf(row: LugarRow): object {
  const { version, estatus, apodo, sexo, fechaNacimiento, accionAfirmativa } = row
  return { version, persona: fullName(row), estatus, apodo, sexo, fechaNacimiento, accionAfirmativa }
}

/** With many candidaturas, each reason names its own. */
function assertAllowed(planes: readonly Plan[]): void {
  const many = planes.length > 1
  const reasons = planes.flatMap(({ row, razones }) => razones.map((razon) => (many ? `${fullName(row)}: ${razon}` : razon)))
  if (reasons.length > 0) throw new AppError('candidatura.acto_no_permitido', { detail: reasons.slice(0, 20).join(' ') })
}
