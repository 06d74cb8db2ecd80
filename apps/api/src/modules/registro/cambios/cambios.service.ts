import type { EntityManager } from 'typeorm'
import type { AcusesService, BitacoraService } from '../../bitacora/index.ts'
import { once } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { advertirTras } from './advertencias.ts'
import { applyPlanes, blameLugar } from './escritura.ts'
import { resolvePedido, type Body, type Catalogo, type Pedido } from './pedido.ts'
import { fullName, planCambio, type Plan } from './plan.ts'
import { recordCambios, type Hecho } from './registro.ts'
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
import { lockLugares, listOfSamePersona, lockPersonas, readLugares, samePlace } from './cambios.queries.ts'
import type { AdvertenciaDto } from '../candidaturas/referencias.dto.ts'

type Of<T> = T & { id: string }
const MAX_LOTE = 500

interface Reading {
  catalogo: Catalogo
  pedido: Pedido
  planes: Plan[]
}

/** Acts that change the holder of a place, or the registered facts about her. */
export class CambiosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: { bitacora: BitacoraService; acuses: AcusesService; procesos: ProcesosService },
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
    return this.perform(quien, { acto: 'cancelar', body, clave, versiones }, async (tx, { planes, ...reading }) => {
      const acuse = await this.emitir(tx, { pedido: reading.pedido, planes, body })
      await this.write(tx, quien, { ...reading, planes, acuse })
      return { cuantas: planes.length, acuse }
    })
  }

  private one<T>(
    quien: Quien,
    { version, ...call }: { acto: Pedido['acto']; body: object; clave: string | null; version: { id: string; version: number } },
    answer: (done: { plan: Plan; advertencias: AdvertenciaDto[]; acuse: Hecho['acuse'] }) => T & object,
  ): Promise<T> {
    return this.perform(quien, { ...call, versiones: [version] }, async (tx, { planes, ...reading }) => {
      const [plan] = planes as [Plan]
      const acuse = await this.emitir(tx, { pedido: reading.pedido, planes, body: call.body })
      await this.write(tx, quien, { ...reading, planes, acuse })
      return answer({ plan, advertencias: await this.advertir(tx, reading, plan), acuse })
    })
  }

  /** Lock → rules → work, once per Idempotency-Key, in one transaction. */
  private async perform<T extends object>(
    quien: Quien,
    call: { acto: Pedido['acto']; body: object; clave: string | null; versiones: { id: string; version: number }[] },
    work: (tx: EntityManager, reading: Reading) => Promise<T>,
  ): Promise<T> {
    const { acto, body, clave, versiones } = call
    const { databases, clock, secretos } = this.deps
    const contenido = { acto, versiones, body }
    const submission = { quien, clave, contenido, ahora: toDate(clock.now()), llavero: secretos.llavero }
    return act(databases, quien, (tx) =>
      once(tx, submission, async () => work(tx, await this.read(tx, { body: { ...body, acto }, versiones }))),
    ).catch(blameLugar)
  }

  private async read(
    tx: EntityManager,
    { body, versiones }: { body: Body; versiones: { id: string; version: number }[] },
  ): Promise<Reading> {
    const ids = versiones.map(({ id }) => id)
    // All that the act will touch, in one order: two acts on one persona wait for each other and never both.
    await lockLugares(tx, [...(await listOfSamePersona(tx, ids)), ...(body.entraDe ? [body.entraDe] : [])])
    if (body.acto === 'corregir') await lockPersonas(tx, ids)
    const proceso = await this.services.procesos.proceso(tx)
    const hoy = this.deps.clock.today().toString()
    const catalogo = { proceso, actores: await this.services.procesos.actores(tx), hoy }
    const pedido = await resolvePedido(tx, catalogo, body)
    const rows = await readLugares(tx, ids)
    const planes = versiones.map(({ id, version }) => {
      const row = rows.find((each) => each.id === id)
      if (!row) throw new AppError('ruta.no_existe')
      if (row.version !== version)
        throw new AppError('candidatura.version_distinta', { detail: `Cambió la de ${fullName(row)}.`, actual: { version: row.version } })
      return planCambio(pedido, { row, lugar: rows.filter(samePlace(row)) }, catalogo)
    })
    assertAllowed(planes)
    return { catalogo, pedido, planes }
  }

  private emitir(tx: EntityManager, { pedido, planes, body }: { pedido: Pedido; planes: Plan[]; body: object }): Promise<Hecho['acuse']> {
    const candidaturas = planes.map(({ row, alta }) => ({ id: row.id, entra: alta?.id ?? null }))
    return this.services.acuses.emitir(tx, EVENTO[pedido.acto], { candidaturas, ...body })
  }

  /** Change → save → bitácora, where each candidatura has an entry of its own. */
  private async write(tx: EntityManager, quien: Quien, { catalogo, pedido, planes, acuse }: Reading & Hecho): Promise<void> {
    const touched = await applyPlanes(tx, { proceso: catalogo.proceso, pedido }, planes)
    const ahora = toDate(this.deps.clock.now())
    await recordCambios(tx, { quien, ahora }, { catalogo, pedido, planes, acuse })
    for (const { row, correccion, diferencias } of planes)
      await this.services.bitacora.registrar(tx, {
        acto: EVENTO[pedido.acto],
        cuentaId: quien.cuentaId,
        rol: quien.rol,
        actorPoliticoId: quien.actorPoliticoId,
        objeto: { tipo: 'candidatura', id: row.id },
        detalle: {
          version: row.version + 1,
          folio: acuse.folio,
          candidaturas: touched.get(row.id),
          acuerdo: pedido.acuerdo?.id ?? null,
          ...(correccion ? { campos: diferencias.map(({ campo }) => campo) } : {}),
        },
        requestId: quien.requestId,
      })
  }

  private async advertir(tx: EntityManager, { catalogo, pedido }: Omit<Reading, 'planes'>, { row }: Plan): Promise<AdvertenciaDto[]> {
    const { postulacionId, numero, cargo } = row
    const tell = await advertirTras(tx, catalogo.proceso, { quita: [], pone: [], postulaciones: [postulacionId] })
    const { acto, efectosDesde } = pedido
    return tell({ postulacionId, numero, ...(acto === 'sustituir' && efectosDesde ? { sustitucion: { efectosDesde, cargo } } : {}) })
  }
}

const EVENTO: Record<Pedido['acto'], ClaveActo> = {
  sustituir: 'candidatura.sustituida',
  cancelar: 'candidatura.cancelada',
  corregir: 'candidatura.corregida',
  restituir: 'candidatura.restituida',
}

/** With many candidaturas, each reason names its own. */
function assertAllowed(planes: Plan[]): void {
  const many = planes.length > 1
  const reasons = planes.flatMap(({ row, razones }) => razones.map((razon) => (many ? `${fullName(row)}: ${razon}` : razon)))
  if (reasons.length > 0) throw new AppError('candidatura.acto_no_permitido', { detail: reasons.slice(0, 20).join(' ') })
}
