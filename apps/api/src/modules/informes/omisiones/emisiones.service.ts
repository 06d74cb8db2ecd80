import { localDay } from '@conoceles/domain'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EntityManager } from 'typeorm'
import type { Acts } from '../../bitacora/index.ts'
import { fileName, type Descarga } from '../../intercambio/exportaciones/index.ts'
import { readAcusesOf, readBitacoraOf, sealedEntries, type Archivo, type Indice } from '../../programa/expedientes/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { pathPart } from '../../../shared/pieces.ts'
import { writeZip } from '../../../shared/archivos/zip.ts'
import { readRows } from '../../../database/rows.ts'
import { toEvidencia, toPdf, toWorkbook, type ListaOmisiones } from './documento.ts'
import type { Omision } from './omisiones-leidas.ts'
import { OmisionEmitida } from './omision-emitida.entity.ts'
import type { OmisionEmitidaDto, OmisionesEmitidasDto } from './omisiones.dto.ts'
import type { OmisionesService } from './omisiones.service.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  documentos: Documentos
  omisiones: OmisionesService
}

type Leida = Awaited<ReturnType<OmisionesService['read']>>

/** Omissions of one document of evidence: thirteen rows each, and a page of rows takes some megabytes to make. */
const PART = 250

/** The list that goes to a sanction file: read once, signed, and kept as it was handed out. */
export class EmisionesService {
  private making = false

  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async list(tx: EntityManager): Promise<OmisionEmitidaDto[]> {
    const actores = new Map((await this.services.procesos.actores(tx)).map(({ id, clave, nombre }) => [id, { clave, nombre }]))
    const rows = await readRows<
      Pick<OmisionEmitida, 'id' | 'actorPoliticoId' | 'corte' | 'omisiones' | 'universo' | 'sha256' | 'folio'> & { bytes: number }
    >(
      tx,
      `select id, actor_politico_id as "actorPoliticoId", corte, omisiones, universo, sha256, folio, octet_length(archivo) as bytes
       from captura.omision_emitida order by corte desc, id`,
    )
    return rows.map(({ actorPoliticoId, corte, ...row }) => ({
      ...row,
      corte: toIso(corte),
      actorPolitico: (actorPoliticoId && actores.get(actorPoliticoId)) || null,
    }))
  }

  async descargar(tx: EntityManager, id: string): Promise<Descarga> {
    const row = await tx.findOneBy(OmisionEmitida, { id })
    if (!row) throw new AppError('ruta.no_existe')
    const nombre = `${fileName(['omisiones', row.folio, localDay(row.corte, this.deps.clock.zona)])}.zip`
    return { nombre, medio: 'application/zip', contenido: row.archivo }
  }

  /** One at a time, written outside any transaction; kept, with acuse and bitácora, in one. */
  async emitir(quien: Quien, actor: string | null, clave: string | null): Promise<OmisionesEmitidasDto> {
    if (this.making) throw new AppError('servicio.ocupado', { retryAfter: 20 })
    this.making = true
    try {
      const { leida, indice } = await act(this.deps.databases, quien, (tx) => this.gather(tx, actor))
      const archivo = await this.write(leida, indice)
      return await this.keep(quien, { leida, archivo, envio: { clave, contenido: { actor } } })
    } finally {
      this.making = false
    }
  }

  private async gather(tx: EntityManager, actor: string | null): Promise<{ leida: Leida; indice: Omit<Indice, 'archivos'> }> {
    const leida = await this.services.omisiones.read(tx, actor)
    if (leida.omisiones.length === 0) throw new AppError('omisiones.ninguna', { detail: ningunaDe(leida) })
    const { clave, nombre, simulacro, zona, institutoSiglas, institutoNombre } = await this.services.procesos.proceso(tx)
    const bitacora = await readBitacoraOf(
      tx,
      leida.omisiones.map(({ candidatura: { id } }) => ({ tipo: 'candidatura', id })),
    )
    const indice = {
      formato: 'expediente-1' as const,
      instituto: { siglas: institutoSiglas, nombre: institutoNombre },
      proceso: { clave, nombre, simulacro, zona },
      alcance: `omisiones de captura${actor ? ` de ${actor}` : ''}`,
      firmadoEn: leida.corte,
      entregables: [],
      bitacora,
      acuses: await readAcusesOf(tx, bitacora),
    }
    return { leida, indice }
  }

  private async write(leida: Leida, indice: Omit<Indice, 'archivos'>): Promise<Buffer> {
    const folder = await mkdtemp(join(tmpdir(), 'conoceles-omisiones-'))
    try {
      const file = join(folder, 'omisiones.zip')
      const made = { archivos: [], sha256: '' }
      await writeZip(file, sealedEntries(this.archivos(leida), { indice, firma: this.deps.secretos.firma, made }))
      return await readFile(file)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  private async *archivos(lista: ListaOmisiones): AsyncGenerator<Archivo> {
    const { documentos } = this.services
    const of = (ruta: string, titulo: string, contenido: Buffer): Archivo => ({ ruta, titulo, entregables: [], contenido })
    yield of('omisiones.pdf', 'Lista de omisiones', await documentos.pdf(toPdf(lista)))
    yield of('omisiones.xlsx', 'Lista de omisiones, para trabajarla', await documentos.workbook(toWorkbook(lista), 'xlsx'))
    for (let at = 0; at < lista.omisiones.length; at += PART) {
      const part = at / PART + 1
      const document = toEvidencia(lista.omisiones.slice(at, at + PART), lista)
      yield of(`evidencia/parte-${part}.pdf`, `Evidencia, parte ${part}`, await documentos.pdf(document))
    }
    for (const omision of lista.omisiones) {
      const { clave, nombre } = omision.candidatura
      yield of(`evidencia/${pathPart(clave)}.json`, `Evidencia de ${nombre}`, Buffer.from(canonical(asFacts(omision))))
    }
  }

  private keep(quien: Quien, { leida, archivo, envio }: PorGuardar): Promise<OmisionesEmitidasDto> {
    const { procesoId, actorId, actor, corte, universo } = leida
    const hash = sha256(archivo)
    const omisiones = leida.omisiones.length
    const id = randomUUID()
    return this.services.acts.perform(quien, {
      acto: 'omisiones.emitidas',
      objeto: { tipo: 'omisiones', id },
      envio,
      lock: () => Promise.resolve(leida),
      change: async ({ tx, folio }) => {
        const row = { id, procesoId, actorPoliticoId: actorId, corte: new Date(corte), omisiones, universo, archivo, sha256: hash, folio }
        await tx.insert(OmisionEmitida, { ...row, emitidaPor: quien.cuentaId })
        const detalle = { actor: actor?.clave ?? null, corte, omisiones, universo, sha256: hash, folio }
        return { recibido: { emision: id, sha256: hash }, detalle }
      },
      answer: ({ hecho: { detalle }, acuse }) => {
        const actorPolitico = actor && { clave: actor.clave, nombre: actor.nombre }
        return { emitida: { ...detalle, id, actorPolitico, bytes: archivo.length }, acuse }
      },
    })
  }
}

interface PorGuardar {
  leida: Leida
  archivo: Buffer
  envio: { clave: string | null; contenido: object }
}

/** The list opens a file against somebody: of nobody there is none to open. */
function ningunaDe({ universo }: Leida): string {
  if (universo === 0) return 'Todavía no vence el plazo de captura de ninguna candidatura: no hay omisiones que emitir.'
  return `De ${universo} candidaturas con plazo vencido ninguna quedó sin capturar: no hay omisiones que emitir.`
}

/** Facts from which one omission follows, as data. */
function asFacts({ candidatura, clase, fin, secciones }: Omision): object {
  const { actuales: _actuales, decisiones: _decisiones, validadaEn: _validadaEn, ...facts } = candidatura
  return { candidatura: facts, clase, terminoAntesDe: fin.toString(), secciones }
}
