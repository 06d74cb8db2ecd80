import type { EntityManager } from 'typeorm'
import {
  abrirLibroIne,
  columnasDeRespuestas,
  esLibroIne,
  estatusCapturaDe,
  leerPorPartes,
  resolverLibroIne,
  type CatalogoIne,
  type ColumnaIne,
  type FilaIne,
  type FilaResuelta,
  type LibroResuelto,
  type Tratamiento,
} from '@conoceles/domain'
import type { Acts } from '../../../bitacora/index.ts'
import {
  completenessOf,
  preguntasEnLibro,
  rigenPara,
  type CuestionariosVigentes,
  type IdentidadService,
  type Vigente,
} from '../../../captura/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import type { Quien } from '../../../../shared/act.ts'
import { toDate, type Clock } from '../../../../shared/clock.ts'
import { admiteOtrasEntidades, type Escritas, type Formato, type HojaLeida, type LibroLeido } from '../formato.ts'
import { descansar, findFechaAcuerdo, insertNuevas, readCatalogoIne } from './catalogo.queries.ts'
import { libroIlegible, toLibroLeido } from './libro.ts'
import { leerSecciones, toIdentidad, toSeccion, type SeccionLeida } from './respuestas.ts'
import { declararEscritura, deleteSecciones, insertSecciones, updateAvances } from './respuestas.queries.ts'

interface Parts {
  clock: Clock
  acts: Acts
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
}

/** The workbook names no acuerdo, and no candidatura is without one. */
const ACUERDO = 'Por confirmar (libro del INE)'
const BATCH = 250

/** The INE's workbook: candidaturas of any entidad, with their answers. */
export class FormatoIne implements Formato {
  readonly clave = 'ine'
  private readonly resueltos = new WeakMap<LibroLeido, LibroResuelto>()
  private readonly secciones = new WeakMap<FilaResuelta, SeccionLeida[]>()

  constructor(private readonly parts: Parts) {}

  reconocer(leidas: readonly { hoja: string; columnas: string[] }[]): string[] | null {
    const hojas = leidas.map(({ hoja, columnas }) => ({ nombre: hoja, columnas, filas: [], primeraFila: 2 }))
    if (!esLibroIne(hojas)) return null
    return hojas.filter((hoja) => esLibroIne([hoja])).map(({ nombre }) => nombre)
  }

  async leer(tx: EntityManager, hojas: readonly HojaLeida[], tratamiento: Tratamiento): Promise<LibroLeido> {
    const abierto = abrirLibroIne(hojas)
    if ('razones' in abierto) return libroIlegible(abierto.razones)
    const vigentes = await this.parts.vigentes.list(tx)
    const columnas = columnasDeRespuestas(preguntasEnLibro(vigentes))
    const catalogo = await this.readCatalogo(tx, tratamiento)
    const filas = await this.readFilas(tx, leerPorPartes(abierto.libro, columnas, tratamiento))
    const resuelto = resolverLibroIne(filas, catalogo)
    await this.judge(tx, resuelto, { vigentes, columnas, catalogo })
    const libro = toLibroLeido(resuelto, {
      catalogo,
      hojas: hojas.map(({ nombre }) => nombre),
      avisos: [...abierto.libro.avisos, ...resuelto.avisos],
    })
    this.resueltos.set(libro, resuelto)
    return libro
  }

  async crearCatalogos(tx: EntityManager, libro: LibroLeido): ReturnType<Formato['crearCatalogos']> {
    const resuelto = this.resueltos.get(libro)
    if (!resuelto) return {}
    const { id } = await this.parts.procesos.proceso(tx)
    return { ...(await insertNuevas(tx, id, resuelto.nuevas)) }
  }

  /** Answers of those who have none. They carry no consentimiento: nothing of identity can become a badge by having come this way. */
  async escribir(tx: EntityManager, quien: Quien, { libro, escritas }: { libro: LibroLeido; escritas: Escritas }): Promise<void> {
    const resuelto = this.resueltos.get(libro)
    if (!resuelto) return
    const vigentes = await this.parts.vigentes.list(tx)
    const pending = resuelto.filas.flatMap((fila) => {
      const id = escritas.creadas.get(fila.fila) ?? (fila.conCaptura ? undefined : escritas.conocidas.get(fila.fila))
      return id !== undefined && fila.respuestas.capturadas.length > 0 ? [{ id, fila }] : []
    })
    await declararEscritura(tx)
    let conIdentidad = 0
    for (let at = 0; at < pending.length; at += BATCH) {
      const batch = pending.slice(at, at + BATCH).map(({ id, fila }) => ({ id, secciones: this.secciones.get(fila) ?? [] }))
      conIdentidad += await this.write(tx, vigentes, batch)
    }
    await this.parts.acts.record(tx, quien, {
      acto: 'importacion.respuestas',
      objeto: { tipo: 'proceso', id: (await this.parts.procesos.proceso(tx)).id },
      detalle: { candidaturas: pending.length, conIdentidad },
    })
  }

  deshacer(tx: EntityManager, candidaturas: readonly string[]): Promise<void> {
    return this.parts.identidad.destroyMany(tx, candidaturas)
  }

  /** Nobody had captured there before; the data key stays, a signed form may lie under it. */
  async retirar(tx: EntityManager, candidaturas: readonly string[]): Promise<void> {
    await this.parts.identidad.deleteMany(tx, candidaturas)
    await deleteSecciones(tx, candidaturas)
  }

  private async readFilas(tx: EntityManager, partes: Generator<void, FilaIne[]>): Promise<FilaIne[]> {
    for (;;) {
      const parte = partes.next()
      if (parte.done) return parte.value
      await descansar(tx)
    }
  }

  /** Judges the answers by the cuestionarios; it takes longer than anything else of a workbook. */
  private async judge(
    tx: EntityManager,
    { filas, nuevas }: LibroResuelto,
    around: { vigentes: Vigente[]; columnas: readonly ColumnaIne[]; catalogo: CatalogoIne },
  ): Promise<void> {
    const cargos = new Map([...around.catalogo.contiendas, ...nuevas.contiendas].map(({ clave, cargo }) => [clave, cargo]))
    for (const [index, fila] of filas.entries()) {
      if (index % BATCH === BATCH - 1) await descansar(tx)
      const cargo = cargos.get(fila.candidatura?.contienda ?? '') ?? ''
      const secciones = leerSecciones(fila, rigenPara(around.vigentes, cargo))
      this.secciones.set(fila, secciones)
      addReparos(fila, secciones, around.columnas)
    }
  }

  /** Gives how many brought answers of identity. */
  private async write(tx: EntityManager, vigentes: Vigente[], batch: { id: string; secciones: SeccionLeida[] }[]): Promise<number> {
    const ahora = toDate(this.parts.clock.now())
    const rows = batch.flatMap(({ id, secciones }) => secciones.map((seccion) => toSeccion(id, seccion)))
    await insertSecciones(tx, rows, ahora)
    const identidad = batch.flatMap(({ id, secciones }) => toIdentidad(id, secciones) ?? [])
    await this.parts.identidad.createMany(tx, identidad)
    const avances = batch.map(({ id, secciones }) => ({ candidaturaId: id, ...this.avanceDe(secciones, vigentes) }))
    // Last: from here on they have a captura, and the database lets nobody write into it this way.
    await updateAvances(tx, avances, ahora)
    return identidad.length
  }

  private avanceDe(secciones: readonly SeccionLeida[], vigentes: Vigente[]) {
    const saved = secciones.map(({ vigente, clave, estatus }) => ({ cuestionarioId: vigente.row.id, clave, estatus }))
    const completeness = completenessOf({ vigentes, secciones: saved, consentimiento: null })
    const estatusCaptura = estatusCapturaDe(
      saved.map(({ estatus }) => estatus),
      completeness,
    )
    return { estatusCaptura, seccionesCompletas: saved.filter(({ estatus }) => estatus === 'completa').length }
  }

  private async readCatalogo(tx: EntityManager, tratamiento: Tratamiento): Promise<CatalogoIne> {
    const { id, jornada, entidadNombre: entidad, catalogos } = await this.parts.procesos.proceso(tx)
    const fecha = (await findFechaAcuerdo(tx, id, ACUERDO)) ?? this.parts.clock.today().toString()
    const otrasEntidades = tratamiento.otrasEntidades && admiteOtrasEntidades(catalogos)
    return { ...(await readCatalogoIne(tx, { id, jornada })), entidad, otrasEntidades, acuerdo: { numero: ACUERDO, fecha } }
  }
}

/** Adds the faults that the cuestionario finds in a row's answers, under the row's own columns. */
function addReparos(fila: FilaResuelta, secciones: readonly SeccionLeida[], columnas: readonly ColumnaIne[]): void {
  for (const { vigente, reparos } of secciones) {
    for (const { campo, razones } of reparos) {
      const own = columnas.find(
        ({ cuestionario, preguntas }) => cuestionario === vigente.row.tipo && preguntas.some(({ clave }) => clave === campo),
      )
      const columna = own?.encabezado.trim() ?? campo
      if (fila.advertencias.some((known) => known.columna === columna)) continue
      fila.advertencias.push({ regla: null, columna, texto: `${razones.join(' ')} Se conserva como viene.` })
    }
  }
}
