import type { Acts } from '../../bitacora/index.ts'
import { emisorOf, fileName, type Descarga } from '../../intercambio/exportaciones/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { packZip } from '../../../shared/archivos/zip.ts'
import type { EscenariosService } from './escenarios.service.ts'
import { toLeeme } from './leeme.ts'
import { toWorkbook } from './libro.ts'
import { toEscenario } from './vista.ts'

interface Parts {
  acts: Acts
  procesos: ProcesosService
  escenarios: EscenariosService
  documentos: Documentos
}

/** A scenario as files: the programme of a new pack, or both calendars side by side. */
export class PaquetesEscenarioService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** `programa.json` as a pack holds it, and a text that explains it. */
  async paquete(quien: Quien, id: string): Promise<Descarga> {
    const opened = await act(this.deps.databases, quien, (tx) => this.parts.escenarios.open(tx, id))
    const escenario = toEscenario(opened.row, opened)
    const contenido = await packZip([
      { ruta: 'programa.json', contenido: Buffer.from(`${JSON.stringify(opened.borrador, null, 2)}\n`) },
      { ruta: 'LEEME.md', contenido: Buffer.from(toLeeme(escenario)) },
    ])
    await this.record(quien, { id, formato: 'zip', version: escenario.version, contenido })
    return { nombre: `${fileName(['programa-borrador', escenario.nombre])}.zip`, medio: 'application/zip', contenido }
  }

  /** Read in one moment, written apart, and in the bitácora before anybody has it. */
  async libro(quien: Quien, id: string): Promise<Descarga> {
    const { escenario, emisor } = await act(this.deps.databases, quien, async (tx) => ({
      escenario: await this.parts.escenarios.find(tx, id),
      emisor: emisorOf(await this.parts.procesos.proceso(tx)),
    }))
    const contenido = await this.parts.documentos.workbook(toWorkbook({ escenario, emisor }), 'xlsx')
    await this.record(quien, { id, formato: 'xlsx', version: escenario.version, contenido })
    return { nombre: `${fileName(['calendario-borrador', escenario.nombre])}.xlsx`, medio: XLSX, contenido }
  }

  private record(
    quien: Quien,
    { id, contenido, ...detalle }: { id: string; formato: string; version: number; contenido: Buffer },
  ): Promise<void> {
    return this.parts.acts.recordReading(quien, {
      acto: 'escenario.exportado',
      objeto: { tipo: 'escenario', id },
      detalle: { ...detalle, sha256: sha256(contenido) },
    })
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
