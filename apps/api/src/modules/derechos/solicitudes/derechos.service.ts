import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import {
  ACTOS_CON_OFICIO,
  ACTOS_DE_LA_PERSONA,
  estatusDerecho,
  razonesContraDerecho,
  razonesSinAcreditar,
  respuestaPorCorregir,
  sentidosPosibles,
  type ActoDerecho,
  type DatosOficio,
  type Derecho,
  type ReglasDerecho,
  type SolicitudDerecho as Estado,
  type Actos,
} from '@conoceles/domain'
import type { AccesoModule } from '../../acceso/index.ts'
import type { Acuse, Acts, Objeto } from '../../bitacora/index.ts'
import type { BloqueosPorDerechoService } from '../../publicacion/bloqueos/index.ts'
import type { ConsentimientosService } from '../../captura/consentimientos/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien, lockRow } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { SolicitudDerechoDetalleDto, SolicitudDerechoDto, SolicitudDerechoHechaDto } from './derechos.dto.ts'
import {
  desahogar,
  listSolicitudes,
  nextFolio,
  readAccesos,
  readAcuseCorreo,
  readHermanas,
  readOficios,
  readPersonas,
} from './derechos.queries.ts'
import { cartaOf, oficiosOf } from './documentos/carta.ts'
import { readDocumentacion, readDocumentacionDePapel } from './documentos/documentos.queries.ts'
import { EfectosDerechoService, type Efectuar } from './efectos.service.ts'
import { NADA_QUE_ELEGIR, readEfectuable } from './efectuable.ts'
import { invalida as refused } from './errores.ts'
import { demandNumero, firmaOf, oficioOf } from './emision.ts'
import { detalleOf, detalleOfEscrito, diasOf, negativaOf, notificacionOf, sentidoOf, type Escrito } from './pedido.ts'
import { valeEn } from './escrito.ts'
import { dosPersonasDe } from './personas.ts'
import { demandPersona, demandWithin, recepcionOf, type Recepcion, type Recibir } from './recepcion.ts'
import { recursoOf, type PedidoRecurso } from './recurso.ts'
import { readReglas } from './reglas.ts'
import { SolicitudDerecho, type Hecho } from './solicitud-derecho.entity.ts'
import { byUrgency, faltaPoder, isOpen, situacionOf, toDetalle, toSolicitud } from './view.ts'
import { updateRow } from '../../../database/rows.ts'

export interface DerechosServices {
  acts: Acts
  procesos: ProcesosService
  consentimientos: ConsentimientosService
  ocultos: BloqueosPorDerechoService
  cuentas: Pick<AccesoModule, 'nombrar'>
}

export interface Actuar extends PedidoRecurso, Efectuar, Escrito {
  acto: ActoDerecho
  version: number
}

/** Requests of personas about their data, and the acts on them within their terms. */
export class DerechosService {
  private readonly efectos: EfectosDerechoService

  constructor(
    private readonly deps: Deps,
    private readonly services: DerechosServices,
  ) {
    this.efectos = new EfectosDerechoService(deps, services)
  }

  async list(tx: EntityManager): Promise<SolicitudDerechoDto[]> {
    const rows = await listSolicitudes(tx)
    const personas = await readPersonas(
      tx,
      rows.map(({ candidaturaId }) => candidaturaId),
    )
    const reglas = await this.reglas(tx)
    return rows.map((row) => toSolicitud({ row, persona: personas.get(row.candidaturaId) ?? '', reglas })).sort(byUrgency)
  }

  async read(tx: EntityManager, quien: Quien, id: string): Promise<SolicitudDerechoDetalleDto> {
    return this.detail(tx, quien, await find(tx, id))
  }

  recibir(quien: Quien, recibir: Recibir): Promise<SolicitudDerechoHechaDto> {
    const { databases, clock } = this.deps
    const hoy = clock.today().toString()
    const own = quien.rol === 'candidata'
    const recibida = recibir.recibida ?? (own ? hoy : '')
    if (recibida === '') throw refused('recibida', 'Diga qué día se recibió.')
    if (recibida > hoy) throw refused('recibida', 'No puede ser posterior a hoy.')
    if (own && recibida < hoy) throw refused('recibida', 'Se recibe hoy.')
    return act(databases, quien, async (tx) => {
      await demandPersona(tx, recibir, quien)
      const { id: procesoId } = await this.services.procesos.proceso(tx)
      if (!own) await demandWithin(tx, procesoId, recibida)
      const derechos = [...new Set([recibir.derecho, ...(recibir.tambien ?? [])])]
      const escritoId = derechos.length > 1 ? randomUUID() : null
      const hechas: SolicitudDerechoHechaDto[] = []
      for (const derecho of derechos)
        hechas.push(await this.receive(tx, quien, { ...recepcionOf(recibir, { own }), procesoId, recibida, derecho, escritoId }))
      const [first] = hechas
      if (!first) throw new Error('a request of no right')
      const hermanas = hechas.slice(1).map(({ solicitud: { id, folio, derecho } }) => ({ id, folio, derecho: derecho as Derecho }))
      return { ...first, solicitud: { ...first.solicitud, hermanas } }
    })
  }

  /** Another right of a letter that was recorded: received on its day, with its papers and the identity that was proved. */
  agregar(quien: Quien, id: string, { version, derecho }: { version: number; derecho: Derecho }): Promise<SolicitudDerechoHechaDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await this.lock(tx, quien, { id, version })
      demandAgregable(row, await readHermanas(tx, row), derecho)
      const escritoId = row.escritoId ?? randomUUID()
      if (row.escritoId === null) await updateRow(tx, SolicitudDerecho, { where: { id }, changes: { escritoId, version: version + 1 } })
      const hecha = await this.receive(tx, quien, { ...row, derecho, escritoId })
      if (row.acreditadaEn === null) return hecha
      return { ...hecha, solicitud: (await this.acreditarUna(tx, quien, await find(tx, hecha.solicitud.id))).solicitud }
    })
  }

  /** One right: each has its folio, its term and its acuse. */
  private receive(tx: EntityManager, quien: Quien, recepcion: Recepcion): Promise<SolicitudDerechoHechaDto> {
    const id = randomUUID()
    return this.services.acts.performIn(tx, quien, {
      acto: 'derecho.recibida',
      objeto: objetoDe(id),
      lock: () => Promise.resolve(recepcion),
      change: async ({ ahora: creadaEn, folio: acuse }) => {
        const row: SolicitudDerecho = {
          ...recepcion,
          id,
          acreditadaEn: null,
          hechos: [],
          version: 1,
          reunidaEn: null,
          reunidaSha256: null,
          acuse,
          acuseEmitidoEn: null,
          folio: await nextFolio(tx, { procesoId: recepcion.procesoId, anio: this.deps.clock.today().year }),
          creadaEn,
          creadaPor: quien.cuentaId,
        }
        await tx.insert(SolicitudDerecho, row)
        return dichoDe(row, { acuse })
      },
      answer: (done) => this.answer(quien, done),
    })
  }

  /** One act on a request, and its changes, in one transaction. */
  actuar(quien: Quien, id: string, pedido: Actuar): Promise<SolicitudDerechoHechaDto> {
    const { acto, version } = pedido
    const own = quien.rol === 'candidata'
    if (own && !ACTOS_DE_LA_PERSONA.includes(acto)) throw new AppError('acceso.sin_permiso')
    return this.services.acts.perform(quien, {
      acto: registroDe(acto),
      objeto: objetoDe(id),
      lock: (tx) => (own ? find(tx, id) : lockEscrito(tx, id)),
      familia: 'derecho',
      version: { leida: version, actual: (row) => row.version, texto: (tx, row) => this.detail(tx, quien, row) },
      change: async ({ tx, state: row, folio: acuse }) => {
        const hecho = await this.hecho(tx, quien, { row, pedido })
        const { efecto, recurso, sentido } = hecho
        const done = { ...hecho, folio: acuse }
        const shared = (await readHermanas(tx, row)).filter(valeEn({ row, hecho: done }, await this.reglas(tx)))
        for (const each of [row, ...shared]) await this.anotar(tx, quien, { row: each, done })
        const detalle = { sentido, ...detalleOf(efecto ?? null), ...detalleOfEscrito(hecho) }
        const tambien = shared.map(({ folio }) => folio)
        const contenido = { ...(efecto && { efecto }), ...(recurso && { recurso }), ...escritoOf(hecho) }
        const dicho = dichoDe(row, { acuse, detalle, contenido: { ...contenido, ...(tambien.length > 0 && { tambien }) } })
        return {
          ...dicho,
          // Its acuse says what happened: by it nothing changed in the system.
          acto: efecto?.fuera ? ('derecho.hecha_fuera' as const) : undefined,
          otras: shared.map((each) => ({ objeto: objetoDe(each.id), detalle: dichoDe(each, { acuse, detalle }).detalle })),
          row: { ...row, hechos: [...row.hechos, done], version: version + 1 },
        }
      },
      answer: (done) => this.answer(quien, done),
    })
  }

  /** One act of a letter is in the record of each of its requests. */
  private async anotar(tx: EntityManager, quien: Quien, { row, done }: { row: SolicitudDerecho; done: Hecho }): Promise<void> {
    const { id, version } = row
    const changes = { hechos: [...row.hechos, done], version: version + 1 }
    if (quien.rol !== 'candidata') await updateRow(tx, SolicitudDerecho, { where: { id }, changes })
    else if (!(await desahogar(tx, row, done))) throw await this.otherVersion(tx, quien, await find(tx, id))
  }

  async answer(
    quien: Quien,
    { tx, hecho, acuse }: { tx: EntityManager; hecho: { row: SolicitudDerecho }; acuse: Acuse },
  ): Promise<SolicitudDerechoHechaDto> {
    return { solicitud: await this.detail(tx, quien, hecho.row), acuse }
  }

  /** Locked for the act that read this version. */
  async lock(tx: EntityManager, quien: Quien, { id, version }: { id: string; version: number }): Promise<SolicitudDerecho> {
    const row = await lockRow(tx, SolicitudDerecho, { id })
    if (row.version !== version) throw await this.otherVersion(tx, quien, row)
    return row
  }

  private async otherVersion(tx: EntityManager, quien: Quien, row: SolicitudDerecho): Promise<AppError> {
    return new AppError('derecho.version_distinta', { actual: await this.detail(tx, quien, row) })
  }

  /** The request as an answer that is being written would leave it; nothing is kept. */
  async borrador(
    tx: EntityManager,
    quien: Quien,
    { id, ...pedido }: { id: string } & Partial<Omit<Actuar, 'version'>>,
  ): Promise<SolicitudDerecho> {
    const row = await find(tx, id)
    const { acto = 'responder', texto = '', ...rest } = pedido
    if (!ACTOS_CON_OFICIO.includes(acto)) throw refused('acto', 'Este acto no lleva oficio.')
    const hecho = await this.hecho(tx, quien, { row, pedido: { ...rest, acto, texto, version: row.version } })
    return { ...row, hechos: [...row.hechos, { ...hecho, folio: '' }] }
  }

  /** Checks an act, carries out its effects, and tells it. */
  private async hecho(
    tx: EntityManager,
    quien: Quien,
    { row, pedido }: { row: SolicitudDerecho; pedido: Actuar },
  ): Promise<Omit<Hecho, 'folio'>> {
    const { acto, texto } = pedido
    const reglas = { ...(await this.reglas(tx)), cuentaId: quien.cuentaId }
    const sentido = sentidoOf(pedido)
    const { documentos } = await readDocumentacion(tx, row.id)
    demandPosible({ ...situacionOf(row, await readAccesos(tx, row)), sinPoder: faltaPoder(row, documentos) }, { acto, sentido }, reglas)
    const recurso = recursoOf(pedido, reglas.hoy)
    const negativa = sentido && negativaOf(pedido, row, reglas.hoy)
    const notificacion = notificacionOf(pedido, row, reglas.hoy)
    const efecto = await this.efectos.apply({ tx, quien, row, pedido, sentido, reglas })
    const firma = firmaOf(pedido)
    const oficio = oficioOf(pedido, row, await this.segurosOf(tx, row, reglas))
    await demandNumero(tx, oficio)
    return {
      ...{ acto, ...diasOf(pedido, row, reglas.hoy), texto: texto.trim(), sentido, por: quien.cuentaId },
      ...(efecto && { efecto }),
      ...(recurso && { recurso }),
      ...(negativa && { negativa }),
      ...(notificacion && { notificacion }),
      ...(firma && { firma }),
      ...(oficio && { oficio }),
      ...correccionOf(acto, row),
    }
  }

  /** The persona proved her identity, for every request of her letter; the caller has kept the document. */
  async acreditar(tx: EntityManager, quien: Quien, row: SolicitudDerecho): Promise<SolicitudDerechoHechaDto> {
    for (const otra of await readHermanas(tx, row)) if (otra.acreditadaEn === null && isOpen(otra)) await this.acreditarUna(tx, quien, otra)
    return this.acreditarUna(tx, quien, row)
  }

  private async acreditarUna(tx: EntityManager, quien: Quien, row: SolicitudDerecho): Promise<SolicitudDerechoHechaDto> {
    row.acreditadaEn = this.deps.clock.today().toString()
    row.version += 1
    await tx.update(SolicitudDerecho, { id: row.id }, { acreditadaEn: row.acreditadaEn, version: row.version })
    return this.recibido(tx, quien, { row, acto: 'identidad_acreditada' })
  }

  /** Something arrived that changes nothing in the course of the request. */
  recibido(
    tx: EntityManager,
    quien: Quien,
    { row, acto }: { row: SolicitudDerecho; acto: 'identidad_acreditada' | 'identidad_entregada' },
  ): Promise<SolicitudDerechoHechaDto> {
    return this.services.acts.performIn(tx, quien, {
      acto: `derecho.${acto}` as const,
      objeto: objetoDe(row.id),
      lock: () => Promise.resolve(row),
      change: ({ folio: acuse }) => Promise.resolve(dichoDe(row, { acuse })),
      answer: (done) => this.answer(quien, done),
    })
  }

  private async detail(tx: EntityManager, { rol, cuentaId }: Quien, row: SolicitudDerecho): Promise<SolicitudDerechoDetalleDto> {
    const personas = await readPersonas(tx, [row.candidaturaId])
    const vista = { row, persona: personas.get(row.candidaturaId) ?? '', reglas: { ...(await this.reglas(tx)), cuentaId } }
    const { zona, catalogos } = await this.services.procesos.confirmado(tx)
    const propia = rol === 'candidata'
    const accesos = await readAccesos(tx, row)
    const hermanas = await readHermanas(tx, row)
    const efectuable = propia ? NADA_QUE_ELEGIR : await readEfectuable(tx, row, this.services.ocultos)
    return toDetalle(vista, {
      ...(await readDocumentacion(tx, row.id)),
      ...efectuable,
      accesos,
      propia,
      zona,
      acuseCorreo: await readAcuseCorreo(tx, row, zona),
      hermanas: hermanas.map(({ id, folio, derecho }) => ({ id, folio, derecho })),
      leyes: catalogos.aviso.leyes,
      deLaCarta: propia ? null : (await readDocumentacionDePapel(tx, row, hermanas)).documentos,
      oficios: propia ? null : oficiosOf({ row, hermanas, reglas: vista.reglas, reglasAviso: catalogos.aviso }, await readOficios(tx)),
      personas: propia ? new Map() : await dosPersonasDe(row, { ...this.services, zona }),
    })
  }

  /** Sure parts of the letter of a recorded act. */
  private async segurosOf(tx: EntityManager, row: SolicitudDerecho, reglas: ReglasDerecho): Promise<(emitido: Hecho) => DatosOficio> {
    const hermanas = await readHermanas(tx, row)
    const { aviso: reglasAviso } = (await this.services.procesos.confirmado(tx)).catalogos
    return (emitido) => cartaOf({ row, hermanas, reglas, reglasAviso }, emitido).seguros
  }

  private reglas(tx: EntityManager): Promise<ReglasDerecho> {
    return readReglas(tx, { ...this.services, ...this.deps })
  }
}

export async function find(tx: EntityManager, id: string): Promise<SolicitudDerecho> {
  const row = await tx.findOneBy(SolicitudDerecho, { id })
  if (!row) throw new AppError('ruta.no_existe')
  return row
}

/** Locked with the others of its letter, in their order: two acts on one letter take turns. */
async function lockEscrito(tx: EntityManager, id: string): Promise<SolicitudDerecho> {
  const { escritoId } = await find(tx, id)
  if (escritoId !== null)
    await tx.find(SolicitudDerecho, { where: { escritoId }, order: { folio: 'ASC' }, lock: { mode: 'pessimistic_write' } })
  return lockRow(tx, SolicitudDerecho, { id })
}

function correccionOf(acto: ActoDerecho, { hechos }: SolicitudDerecho): Pick<Hecho, 'corrige'> {
  const corregida = acto === 'corregir' ? respuestaPorCorregir(hechos) : null
  return corregida ? { corrige: corregida.folio } : {}
}

/** A name of the bitácora, unless it was done outside. */
function registroDe(acto: ActoDerecho): `derecho.${ActoDerecho | 'hecha_fuera'}` {
  return `derecho.${acto}`
}

export function objetoDe(id: string): Objeto {
  return { tipo: 'solicitud_derecho', id }
}

/** A letter exercises each right once. */
function demandAgregable(row: SolicitudDerecho, hermanas: readonly SolicitudDerecho[], derecho: Derecho): void {
  if (!isOpen(row)) throw new AppError('derecho.acto_no_permitido', { detail: 'La solicitud ya está concluida.' })
  const same = [row, ...hermanas].filter((each) => estatusDerecho(each) !== 'anulada').some((each) => each.derecho === derecho)
  if (same) throw refused('derecho', 'El escrito ya lo ejerce.')
}

interface Dicho {
  /** Folio of the acuse. */
  acuse: string
  detalle?: Partial<Actos['derecho.responder']>
  /** Effects that the acuse signs besides the request. */
  contenido?: object
}

/** Into the acuse and the bitácora: names and days, never the words of the request. */
export function dichoDe(row: SolicitudDerecho, { acuse, detalle, contenido }: Dicho) {
  const { id: solicitud, folio, version, derecho } = row
  const entry: Actos['derecho.responder'] = { ...detalle, folio, derecho, acuse }
  return { recibido: { solicitud, folio, version, ...contenido }, detalle: entry, row }
}

function demandPosible(situacion: Estado, { acto, sentido }: Pick<Hecho, 'acto' | 'sentido'>, reglas: ReglasDerecho): void {
  const reasons = razonesContraDerecho(acto, situacion, reglas)
  if (reasons.length === 0 && sentido && !sentidosPosibles(situacion).includes(sentido)) reasons.push(...razonesSinAcreditar(situacion))
  if (reasons.length > 0) throw new AppError('derecho.acto_no_permitido', { detail: reasons.join(' ') })
}

/** Signed by the acuse besides its effects. */
function escritoOf({ notificacion, negativa }: Pick<Hecho, 'notificacion' | 'negativa'>): object {
  return { ...(notificacion && { notificacion }), ...(negativa && { negativa }) }
}
