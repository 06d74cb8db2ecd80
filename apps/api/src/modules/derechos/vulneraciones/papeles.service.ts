import { stringify } from 'csv-stringify/sync'
import type { EntityManager } from 'typeorm'
import type { DestinoNotificacion } from '@conoceles/domain'
import type { AccesoModule } from '../../acceso/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import { emisorOf, fileName, type Descarga } from '../../intercambio/exportaciones/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../shared/clock.ts'
import { CSV } from '../../../shared/archivos/csv.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { celdasOf, COLUMNAS, toLibro, toNotificacion, type Asiento, type Papel } from './documento.ts'
import { Vulneracion } from './vulneracion.entity.ts'
import type { FormatoLibro, FormatoNotificacion } from './vulneraciones.dto.ts'
import { countAfectadas, listCandidaturasAfectadas, listCuentasAfectadas } from './vulneraciones.queries.ts'
import { find } from './vulneraciones.service.ts'

interface Parts {
  acts: Acts
  procesos: ProcesosService
  documentos: Documentos
  cuentas: Pick<AccesoModule, 'nombrar'>
}

/** The papers of breaches: their two notices, and the bitácora that the law asks for. */
export class PapelesVulneracionService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async notificacion(
    quien: Quien,
    id: string,
    { destino, formato }: { destino: DestinoNotificacion; formato: FormatoNotificacion },
  ): Promise<Descarga> {
    const { documento, folio } = await act(this.deps.databases, quien, async (tx) => {
      const row = await find(tx, id)
      const documento = toNotificacion(await this.papel(tx), row, { destino, personas: await this.personas(tx, id) })
      await this.parts.acts.record(tx, quien, {
        acto: 'vulneracion.notificacion_leida',
        objeto: { tipo: 'vulneracion', id },
        detalle: { destino, formato, version: row.version },
      })
      return { documento, folio: row.folio }
    })
    const contenido = await this.parts.documentos[formato](documento)
    return { nombre: `${fileName(['notificacion', destino, folio])}.${formato}`, medio: MEDIOS[formato], contenido }
  }

  /** Read in one moment, written apart, and in the bitácora before anybody has it. It names nobody. */
  async libro(quien: Quien, formato: FormatoLibro): Promise<Descarga> {
    const { papel, asientos, procesoId } = await act(this.deps.databases, quien, async (tx) => {
      const { id } = await this.parts.procesos.proceso(tx)
      return { papel: await this.papel(tx), asientos: await this.asientos(tx), procesoId: id }
    })
    const contenido = await this.write(papel, asientos, formato)
    await this.parts.acts.recordReading(quien, {
      acto: 'vulneracion.libro_descargado',
      objeto: { tipo: 'proceso', id: procesoId },
      detalle: { formato, renglones: asientos.length, sha256: sha256(contenido) },
    })
    return { nombre: `${fileName(['bitacora-vulneraciones', papel.hoy])}.${formato}`, medio: MEDIOS[formato], contenido }
  }

  private async write(papel: Papel, asientos: readonly Asiento[], formato: FormatoLibro): Promise<Buffer> {
    const { documentos } = this.parts
    if (formato === 'pdf') return documentos.pdf(toLibro(papel, asientos))
    const rows = [COLUMNAS, ...asientos.map((asiento) => celdasOf(asiento, papel.emisor.zona))]
    if (formato === 'csv') return Buffer.from(stringify(rows, { ...CSV, bom: true, quoted: true }))
    const sheet = { name: 'Vulneraciones', widths: COLUMNAS.map((title) => Math.max(22, title.length + 3)), headerRows: 1 as const, rows }
    const title = 'Bitácora de vulneraciones de datos personales'
    return documentos.workbook({ title, author: papel.emisor.instituto.nombre, createdAt: papel.hechoEl, sheets: [sheet] }, 'xlsx')
  }

  private async asientos(tx: EntityManager): Promise<Asiento[]> {
    const counts = await countAfectadas(tx)
    const rows = await tx.find(Vulneracion, { order: { folio: 'ASC' } })
    return rows.map((row) => ({ row, afectadas: counts.get(row.id) ?? 0, ahora: toDate(this.deps.clock.now()) }))
  }

  private async personas(tx: EntityManager, id: string): Promise<string[]> {
    const cuentas = await this.parts.cuentas.nombrar(await listCuentasAfectadas(tx, id))
    return [...(await listCandidaturasAfectadas(tx, id)), ...cuentas].map(({ nombre }) => nombre)
  }

  private async papel(tx: EntityManager): Promise<Papel> {
    const proceso = await this.parts.procesos.confirmado(tx)
    return {
      emisor: emisorOf(proceso),
      lugar: (proceso.catalogos as { oficio?: { lugar?: { texto: string } } }).oficio?.lugar?.texto ?? '',
      hechoEl: this.deps.clock.now().toString({ fractionalSecondDigits: 0 }),
      hoy: this.deps.clock.today().toString(),
      leyes: proceso.catalogos.aviso.leyes,
    }
  }
}

const MEDIOS: Record<FormatoLibro | FormatoNotificacion, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
