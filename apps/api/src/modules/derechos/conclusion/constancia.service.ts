import { localDay, type Rol } from '@conoceles/domain'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EntityManager } from 'typeorm'
import { parseJson } from '@conoceles/domain/typed'
import { cargoEl, type AccesoModule, type CuentaNombrada } from '../../acceso/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import { fileName, emisorOf, type Descarga } from '../../intercambio/exportaciones/index.ts'
import { readAcusesOf, readBitacoraOf, sealedEntries, type Archivo, type Indice } from '../../programa/expedientes/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien, lockRow } from '../../../shared/act.ts'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { writeZip } from '../../../shared/archivos/zip.ts'
import { toPdf, type Constancia } from './constancia-documento.ts'
import { ConstanciaSupresion } from './constancia.entity.ts'
import { EtapaConclusion } from './etapa-conclusion.entity.ts'
import { comprobarCortes, listDestruidas, type VersionDestruida } from './supresion.queries.ts'

export interface ConstanciaServices {
  acts: Acts
  procesos: ProcesosService
  documentos: Documentos
  cuentas: Pick<AccesoModule, 'nombrar'>
}

interface Reunida {
  constancia: Constancia
  versiones: VersionDestruida[]
  indice: Omit<Indice, 'archivos'>
}

/** The signed certificate of destroyed and kept data: for people, for machines, and for `verificar`. */
export class ConstanciaService {
  constructor(
    private readonly deps: Deps,
    private readonly services: ConstanciaServices,
  ) {}

  /**
   * Written outside any transaction; kept, with the end of the stage, its acuse and its entry, in one. Once, even after an interruption.
   */
  async emitir(quien: Quien): Promise<void> {
    const { databases } = this.deps
    const cortes = await databases.publicador.transaction('REPEATABLE READ', comprobarCortes)
    // The certificate must be true: a contradiction stops it, and is in the log.
    if (cortes.fallan.length > 0) throw new Error(`these cortes do not verify: ${cortes.fallan.join(', ')}`)
    const versiones = await databases.publicador.transaction(listDestruidas)
    const reunida = await act(databases, quien, (tx) => this.gather(tx, { cortes, versiones }))
    const { constancia } = reunida
    const cuentas = await this.services.cuentas.nombrar(idsOf(constancia))
    const nombrada = { ...reunida, constancia: { ...constancia, personas: personasOf(constancia, cuentas) } }
    const archivo = await this.write(nombrada)
    await act(databases, quien, (tx) => this.keep(tx, quien, { ...nombrada, archivo }))
  }

  async descargar(tx: EntityManager): Promise<Descarga> {
    const [row] = await tx.find(ConstanciaSupresion, { take: 1 })
    if (!row) throw new AppError('ruta.no_existe')
    const nombre = `${fileName(['constancia-supresion', row.folio, localDay(row.emitidaEn, this.deps.clock.zona)])}.zip`
    return { nombre, medio: 'application/zip', contenido: row.archivo }
  }

  private async gather(
    tx: EntityManager,
    { cortes, versiones }: Pick<Constancia, 'cortes'> & { versiones: VersionDestruida[] },
  ): Promise<Reunida> {
    const proceso = await this.services.procesos.proceso(tx)
    const { id, clave, nombre, simulacro, zona, institutoSiglas, institutoNombre, catalogos } = proceso
    const row = await tx.findOneByOrFail(EtapaConclusion, { procesoId: id, clave: 'supresion' })
    const pack = catalogos.conclusion?.etapas.find((each) => each.clave === 'supresion')
    const emitidaEn = toIso(toDate(this.deps.clock.now()))
    const constancia: Constancia = {
      formato: 'constancia-supresion-1',
      emisor: emisorOf(proceso),
      emitidaEn,
      base: row.base ?? '',
      ordenada: ordenadaOf(row),
      personas: { propuso: null, confirmo: null },
      abierto: [],
      ...destruidasOf(row),
      versiones: { cuantas: versiones.length, sha256: sha256(canonical(versiones)) },
      conserva: pack?.conserva ?? [],
      cortes,
    }
    const bitacora = await readBitacoraOf(tx, [{ tipo: 'etapa_conclusion', id: 'supresion' }])
    constancia.abierto = abiertoDe(bitacora)
    const indice = {
      formato: 'expediente-1' as const,
      instituto: { siglas: institutoSiglas, nombre: institutoNombre },
      proceso: { clave, nombre, simulacro, zona },
      alcance: 'supresión de los datos personales',
      firmadoEn: emitidaEn,
      entregables: [],
      bitacora,
      acuses: await readAcusesOf(tx, bitacora),
    }
    return { constancia, versiones, indice }
  }

  private async write(reunida: Reunida): Promise<Buffer> {
    const folder = await mkdtemp(join(tmpdir(), 'conoceles-constancia-'))
    try {
      const file = join(folder, 'constancia.zip')
      const made = { archivos: [], sha256: '' }
      await writeZip(file, sealedEntries(this.archivos(reunida), { indice: reunida.indice, firma: this.deps.secretos.firma, made }))
      return await readFile(file)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  private async *archivos({ constancia, versiones }: Reunida): AsyncGenerator<Archivo> {
    const of = (ruta: string, titulo: string, contenido: Buffer): Archivo => ({ ruta, titulo, entregables: [], contenido })
    yield of('constancia.pdf', 'Constancia de supresión', await this.services.documentos.pdf(toPdf(constancia)))
    yield of('constancia.json', 'Constancia de supresión, para sistemas', Buffer.from(canonical(constancia)))
    yield of('versiones-destruidas.json', 'Huellas de las versiones públicas destruidas', Buffer.from(canonical(versiones)))
  }

  private async keep(tx: EntityManager, quien: Quien, { constancia, archivo }: Reunida & { archivo: Buffer }): Promise<void> {
    const { id: procesoId } = await this.services.procesos.proceso(tx)
    const at = { procesoId, clave: 'supresion' as const }
    const row = await lockRow(tx, EtapaConclusion, at)
    if (row.concluidaEn !== null) return
    const hash = sha256(archivo)
    const { candidaturas, destruidas } = constancia
    await this.services.acts.performIn(tx, quien, {
      acto: 'conclusion.suprimida',
      objeto: { tipo: 'etapa_conclusion', id: at.clave },
      lock: () => Promise.resolve(row),
      change: async ({ folio }) => {
        const emitidaEn = new Date(constancia.emitidaEn)
        await tx.insert(ConstanciaSupresion, { procesoId, emitidaEn, archivo, sha256: hash, folio })
        const concluidaDia = this.deps.clock.today().toString()
        await tx.update(EtapaConclusion, at, { concluidaEn: emitidaEn, concluidaDia, version: row.version + 1 })
        return { recibido: { sha256: hash }, detalle: { candidaturas, destruidas, sha256: hash, folio } }
      },
      answer: () => undefined,
    })
  }
}

/** Open duties at the time of the order, as the act told them. */
function abiertoDe(bitacora: Indice['bitacora']): string[] {
  const actos = bitacora.map(({ contenido }) => parseJson<{ acto: string; detalle?: { abierto?: string[] } }>(contenido))
  return actos.findLast(({ acto }) => acto === 'conclusion.confirmada')?.detalle?.abierto ?? []
}

function ordenadaOf(row: EtapaConclusion): Constancia['ordenada'] {
  const { propuestaPor, confirmadaPor, confirmadaRol } = row
  return { propuestaPor, propuestaEn: toIso(row.propuestaEn), confirmadaPor, confirmadaRol, confirmadaEn: toIso(row.confirmadaEn) }
}

function idsOf({ ordenada: { propuestaPor, confirmadaPor } }: Constancia): string[] {
  return [propuestaPor, confirmadaPor].filter((id) => id !== null)
}

/** With the charge that each held as she did it; where it had none, the role under which it was done. */
function personasOf({ ordenada }: Constancia, cuentas: readonly CuentaNombrada[]): Constancia['personas'] {
  const { propuestaPor, propuestaEn, confirmadaPor, confirmadaRol, confirmadaEn } = ordenada
  const named = (id: string | null, { en, rol }: { en: string | null; rol: Rol | null }) => {
    const cuenta = cuentas.find((each) => each.id === id)
    return cuenta ? { nombre: cuenta.nombre, cargo: cargoEl(cuenta, en ?? '1970-01-01', rol ?? cuenta.rol) } : null
  }
  return {
    propuso: named(propuestaPor, { en: propuestaEn, rol: null }),
    confirmo: named(confirmadaPor, { en: confirmadaEn, rol: confirmadaRol }),
  }
}

function destruidasOf({ progreso }: EtapaConclusion): Pick<Constancia, 'candidaturas' | 'destruidas'> {
  return { candidaturas: progreso?.candidaturas ?? 0, destruidas: progreso?.destruidas ?? {} }
}
