import type { EntityManager } from 'typeorm'
import { estatusDerecho } from '@conoceles/domain'
import { seccionesDe } from '@conoceles/cuestionarios'
import type { AccesoModule } from '../../../acceso/index.ts'
import type { AvisosPrivacidadService } from '../../../captura/avisos/index.ts'
import type { CuestionariosVigentes, IdentidadService, LecturasService } from '../../../captura/index.ts'
import { emisorOf } from '../../../intercambio/exportaciones/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import type { Acts } from '../../../bitacora/index.ts'
import { act, type Quien } from '../../../../shared/act.ts'
import { sha256 } from '../../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../../shared/clock.ts'
import type { Deps } from '../../../../shared/deps.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import type { Documentos } from '../../../../shared/documentos/documentos.ts'
import { packZip, type ZipEntry } from '../../../../shared/archivos/zip.ts'
import { LecturaBitacoraService, listActosPorNumero } from '../../auditoria/index.ts'
import type { ActoDicho } from './bitacora-de-la-persona.ts'
import { toPdf, type DatosPersona } from './acceso.ts'
import { readDocumentos, readFotografias } from '../acceso.queries.ts'
import { markReunida, readGuardado, readSuprimida, type Guardado } from '../derechos.queries.ts'
import { find } from '../derechos.service.ts'
import { toAvisoDePapel } from './aviso.ts'
import { keepEntregado } from './entregado.queries.ts'
import type { ArchivoDerecho } from './documentos.service.ts'
import { entregaDatos } from '../view.ts'

export interface ArchivosServices {
  avisos: AvisosPrivacidadService
  acts: Acts
  identidad: IdentidadService
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  documentos: Documentos
  cuentas: Pick<AccesoModule, 'nombrar'>
  lecturas: Pick<LecturasService, 'list'>
}

interface Reunido {
  datos: DatosPersona
  json: Buffer
  archivos: ZipEntry[]
}

/** Files for a persona who asked for access to her data. Each reading is an entry. */
export class ArchivosDerechoService {
  constructor(
    private readonly deps: Deps,
    private readonly services: ArchivosServices,
  ) {}

  /** Everything that is kept about the persona, for her: data that any program reads, the same to be read, her photographs and her documents. */
  async reunirDatos(quien: Quien, id: string): Promise<ArchivoDerecho> {
    const { datos, json, archivos } = await act(this.deps.databases, quien, (tx) => this.gather(tx, quien, id))
    const pdf = await this.services.documentos.pdf(toPdf(datos))
    const entries = [{ ruta: 'datos.json', contenido: json }, { ruta: 'datos.pdf', contenido: pdf }, ...archivos]
    const contenido = await packZip(entries)
    await act(this.deps.databases, quien, (tx) => this.keep(tx, id, contenido))
    return { nombre: `datos-${datos.folio.replaceAll('/', '-')}.zip`, contenido }
  }

  /** Until it is made effective: what is handed over afterwards is not the answer. */
  private async keep(tx: EntityManager, id: string, contenido: Buffer): Promise<void> {
    if (estatusDerecho(await find(tx, id)) !== 'procedente') return
    const recibidaEn = toDate(this.deps.clock.now())
    await keepEntregado(tx, this.deps.secretos.llavero, { solicitudId: id, contenido, recibidaEn })
  }

  /** Read and noted in one transaction; the entry binds the content by its hash. */
  private async gather(tx: EntityManager, quien: Quien, id: string): Promise<Reunido> {
    const row = await find(tx, id)
    if (!entregaDatos(row))
      throw new AppError('derecho.acto_no_permitido', {
        detail: 'Los datos se entregan cuando se acreditó la identidad y el acceso procedió.',
      })
    await tx.query(`select set_config('app.lectura', 'acceso', true)`)
    const { folio, candidaturaId } = row
    const { identidad, procesos } = this.services
    const entregadoEl = this.deps.clock.now().toString({ fractionalSecondDigits: 0 })
    const guardado = await readGuardado(tx, candidaturaId)
    const lecturas = (await this.services.lecturas.list(tx, candidaturaId)).map(({ nombre: _, ...dicha }) => dicha)
    const actos = await this.actos(tx, quien, guardado.actos)
    const datos = {
      solicitud: { folio, derecho: row.derecho, recibida: row.recibida },
      entregadoEl,
      ...guardado,
      lecturas,
      identidad: await identidad.read(tx, candidaturaId),
      identidadSuprimida: await readSuprimida(tx, candidaturaId),
    }
    const json = Buffer.from(JSON.stringify(datos, null, 2))
    await markReunida(tx, id, { reunidaEn: toDate(this.deps.clock.now()), reunidaSha256: sha256(json) })
    const proceso = await procesos.confirmado(tx)
    const archivos = [
      ...(await readFotografias(tx, candidaturaId)),
      ...(await readDocumentos(tx, candidaturaId, { identidad, zona: proceso.zona })),
    ]
    const detalle = { motivo: 'acceso', explicacion: folio, sha256: sha256(json), archivos: archivos.length }
    await this.services.acts.record(tx, quien, {
      acto: 'derechos.acceso_leido',
      objeto: { tipo: 'candidatura', id: candidaturaId },
      detalle,
    })
    const aviso = await this.services.avisos.findVigente(tx)
    const said = {
      ...(await this.titulos(tx)),
      aviso: toAvisoDePapel(aviso, proceso.catalogos.aviso),
      emisor: emisorOf(proceso),
      folio,
      entregadoEl,
      datos,
      actos,
      lecturas,
      archivos: archivos.map(({ ruta }) => ruta),
    }
    return { datos: said, json, archivos }
  }

  /** Titles of questions and sections, by clave. */
  private async titulos(tx: EntityManager): Promise<Pick<DatosPersona, 'preguntas' | 'secciones'>> {
    const { vigentes } = this.services
    const compiled = (await vigentes.todas(tx)).map((each) => vigentes.compile(each))
    return {
      preguntas: new Map(compiled.flatMap(({ questions }) => [...questions].map(([clave, { title }]) => [clave, title ?? clave] as const))),
      secciones: new Map(compiled.flatMap((each) => seccionesDe(each).map(({ clave, titulo }) => [clave, titulo] as const))),
    }
  }

  private async actos(tx: EntityManager, quien: Quien, guardados: Guardado['actos']): Promise<ActoDicho[]> {
    const rows = await listActosPorNumero(
      tx,
      (guardados ?? []).map(({ n }) => n),
    )
    const lectura = new LecturaBitacoraService({ clock: this.deps.clock, cuentas: this.services.cuentas })
    const leidos = await lectura.leer(tx, quien, rows)
    return leidos.map(({ contenido, palabras: { acto, quien: actor } }) => ({
      ...{ en: contenido.en, acto },
      cargo: contenido.rol === 'candidata' ? 'Usted, con su cuenta' : (actor.cargo ?? actor.nombre),
    }))
  }
}
