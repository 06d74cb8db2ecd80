import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { localDay } from '@conoceles/domain'
import { fileName, type Descarga } from '../intercambio/exportaciones/index.ts'
import { act, type Quien } from '../../shared/act.ts'
import { sha256 } from '../../shared/criptografia/canonical.ts'
import type { Deps } from '../../shared/deps.ts'
import type { Documentos } from '../../shared/documentos/documentos.ts'
import { AppError } from '../../shared/http/errors.ts'
import { FORMA, toDocumento, type InformeArmado } from './documento/documento.ts'
import { InformeArchivo } from './informe-archivo.entity.ts'
import { InformeCorte } from './informe-corte.entity.ts'
import { InformeEmision, type Huellas } from './informe-emision.entity.ts'
import { FORMATOS_INFORME, type ActoInformeDto, type FormatoInforme } from './informes.dto.ts'
import { findCorte, listEmisiones, readTextos, readTextosDe, type Lugar } from './informes.queries.ts'
import { assert, type Envio, type InformesService } from './informes.service.ts'
import { leerPapel, type FuentesPapel, type PapelInforme } from './papel.ts'
import { toLibro } from './documento/libro.ts'
import { mismoTexto, readVotado } from './votado.ts'

interface Services extends FuentesPapel {
  documentos: Documentos
  informes: InformesService
}

/** An informe ready to be written, and which versions its texts are. */
interface Material {
  armado: InformeArmado
  corte: InformeCorte
  textos: Record<string, number>
}

/** Documents of an informe: each is kept as it was emitted, and is handed out whole or not at all. */
export class EmisionesInformeService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** The documents of a cut with the texts as they are now, noted with the hash of each. */
  async emitir(envio: Envio, numero: number): Promise<ActoInformeDto> {
    return this.issue(envio, await act(this.deps.databases, envio.quien, (tx) => this.gather(tx, envio.clave, numero)))
  }

  /** The text of an emission once more, as it reads now: approved, it no longer says that it is a project. */
  async reemitir(envio: Envio, { corteId, textos }: InformeEmision): Promise<ActoInformeDto> {
    const material = await act(this.deps.databases, envio.quien, async (tx) => {
      const { lugar } = await this.services.informes.locate(tx, envio.clave)
      const corte = await tx.findOneByOrFail(InformeCorte, { id: corteId })
      return { armado: await this.armar(tx, lugar, { corteId, textos }), corte, textos }
    })
    return this.issue(envio, material)
  }

  private async issue(envio: Envio, { armado, corte, textos }: Material): Promise<ActoInformeDto> {
    const archivos = {
      pdf: await this.write(armado, 'pdf'),
      docx: await this.write(armado, 'docx'),
      xlsx: await this.write(armado, 'xlsx'),
    }
    const huellas: Huellas = { pdf: sha256(archivos.pdf), docx: sha256(archivos.docx), xlsx: sha256(archivos.xlsx) }
    const call = { acto: 'informe.emitido' as const, contenido: { corte: corte.numero } }
    return this.services.informes.perform(envio, call, async (tx, { quien, lugar, folio, ahora }) => {
      const [last] = await listEmisiones(tx, lugar)
      const same = last && last.forma === FORMA && mismoTexto(last, { corteId: corte.id, textos }) && !approvedSince(last, armado)
      assert(same ? [`Nada cambió desde la emisión ${last.numero}: es esa misma.`] : [])
      const row = { id: randomUUID(), ...lugar, numero: (last?.numero ?? 0) + 1, corteId: corte.id, textos, forma: FORMA, huellas, folio }
      await tx.insert(InformeEmision, { ...row, emitidaEn: ahora, emitidaPor: quien.cuentaId })
      const kept = FORMATOS_INFORME.map((formato) => ({ emisionId: row.id, formato, contenido: archivos[formato] }))
      await tx.insert(InformeArchivo, kept)
      return { numero: row.numero, corte: corte.numero, textos, forma: FORMA, huellas }
    })
  }

  /** How the newest cut would be emitted with the texts as they are now. */
  async vistaPrevia(quien: Quien, clave: string, formato: FormatoInforme): Promise<Descarga> {
    const { armado } = await act(this.deps.databases, quien, (tx) => this.gather(tx, clave))
    return { nombre: nameOf([clave, 'vista previa'], formato), medio: MEDIOS[formato], contenido: await this.write(armado, formato) }
  }

  async descargar(quien: Quien, { clave, numero, formato }: { clave: string; numero: number; formato: FormatoInforme }): Promise<Descarga> {
    const { armado, huellas, archivo } = await act(this.deps.databases, quien, async (tx) => {
      const { id, ...emitida } = await this.emitida(tx, clave, numero)
      return { ...emitida, archivo: await tx.findOneBy(InformeArchivo, { emisionId: id, formato }) }
    })
    // One that was emitted before the files were kept is written again, and must be the same.
    const contenido = archivo?.contenido ?? (await this.write(armado, formato))
    if (sha256(contenido) !== huellas[formato]) throw new AppError('informe.no_coincide')
    return { nombre: nameOf([clave, `emision ${numero}`], formato), medio: MEDIOS[formato], contenido }
  }

  private async gather(tx: EntityManager, clave: string, numero?: number): Promise<Material> {
    const { lugar } = await this.services.informes.locate(tx, clave)
    const corte = await findCorte(tx, lugar, numero)
    if (!corte) throw new AppError('informe.acto_no_permitido', { detail: 'Todavía no se ha tomado ese corte.' })
    const rows = [...(await readTextos(tx, lugar)).values()].filter(({ texto }) => texto.trim() !== '')
    const textos = Object.fromEntries(rows.map(({ seccion, version }) => [seccion, version]))
    return {
      corte,
      textos,
      armado: {
        ...{ datos: corte.datos, sha256: corte.sha256 },
        textos: new Map(rows.map(({ seccion, texto }) => [seccion, texto])),
        papel: await this.papel(tx, corte.datos, { corteId: corte.id, textos }),
      },
    }
  }

  /** Reads the paper of the day of its cut. The approval of another text is none of it: it is a project. */
  private async papel(
    tx: EntityManager,
    { entregable: { clave }, tomadoEn, emisor }: InformeCorte['datos'],
    texto: Pick<InformeEmision, 'corteId' | 'textos'>,
  ): Promise<PapelInforme> {
    const papel = await leerPapel(tx, { entregable: clave, dia: localDay(tomadoEn, emisor.zona) }, this.services)
    const votado = papel.aprobadoEn === null ? null : await readVotado(tx, clave, this.services)
    return votado && !mismoTexto(texto, votado.emision) ? { ...papel, aprobaciones: [], aprobadoEn: null } : papel
  }

  /** Material of an emission. */
  async emitida(tx: EntityManager, clave: string, numero: number): Promise<{ id: string; armado: InformeArmado; huellas: Huellas }> {
    const { lugar } = await this.services.informes.locate(tx, clave)
    const row = await tx.findOneBy(InformeEmision, { ...lugar, numero })
    if (!row) throw new AppError('ruta.no_existe')
    return { id: row.id, huellas: row.huellas, armado: await this.armar(tx, lugar, row) }
  }

  private async armar(
    tx: EntityManager,
    lugar: Lugar,
    { corteId, textos }: Pick<InformeEmision, 'corteId' | 'textos'>,
  ): Promise<InformeArmado> {
    const { datos, sha256: huella } = await tx.findOneByOrFail(InformeCorte, { id: corteId })
    return { datos, sha256: huella, textos: await readTextosDe(tx, lugar, textos), papel: await this.papel(tx, datos, { corteId, textos }) }
  }

  private write(armado: InformeArmado, formato: FormatoInforme): Promise<Buffer> {
    const { documentos } = this.services
    return formato === 'xlsx' ? documentos.workbook(toLibro(armado), 'xlsx') : documentos[formato](toDocumento(armado))
  }
}

/** Approved after an emission: its documents still said that it is a project. */
function approvedSince({ emitidaEn }: InformeEmision, { papel: { aprobadoEn } }: InformeArmado): boolean {
  return aprobadoEn !== null && emitidaEn < new Date(aprobadoEn)
}

const MEDIOS: Record<FormatoInforme, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

function nameOf(parts: string[], formato: FormatoInforme): string {
  return `${fileName(['informe', ...parts])}.${formato}`
}
