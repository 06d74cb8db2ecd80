import type { EntityManager } from 'typeorm'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Aportador, Aporte, CorteEnCurso } from '../index.ts'
import { buildCatalogos } from './catalogos.ts'
import { isPublicado, readDemarcaciones } from './datos-abiertos.queries.ts'
import { gruposDe, preguntasDe } from './preguntas.ts'

interface Parts {
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
}

const RUTAS = { catalogos: 'catalogos', diccionario: 'diccionario' }

/** Explains the public data to people who reuse them: questions, catalogues of answers, licences. */
export class DatosAbiertosService implements Aportador {
  constructor(private readonly parts: Parts) {}

  /** An installation that published before there was a dictionary gets one without waiting for an act. */
  async toca(tx: EntityManager): Promise<boolean> {
    return !(await isPublicado(tx, RUTAS.diccionario))
  }

  async aportes(tx: EntityManager, { procesoId }: CorteEnCurso): Promise<Aporte[]> {
    const { catalogos } = await this.parts.procesos.proceso(tx)
    const rows = await this.parts.vigentes.todas(tx)
    const compiled = rows.map((row) => ({ tipo: row.tipo, compiled: this.parts.vigentes.compile(row) }))
    const curriculares = compiled.filter(({ tipo }) => tipo === 'curricular').map((each) => each.compiled)
    const identidad = compiled.filter(({ tipo }) => tipo === 'identidad').map((each) => each.compiled)
    const words = {
      cargos: await this.parts.procesos.cargos(tx),
      actores: await this.parts.procesos.actores(tx),
      demarcaciones: await readDemarcaciones(tx, procesoId),
      grupos: catalogos.grupos,
      causas: catalogos.causas,
      fuentes: catalogos.fuentes,
    }
    return [
      { ruta: RUTAS.catalogos, body: { elementos: buildCatalogos(words) } },
      {
        ruta: RUTAS.diccionario,
        body: {
          campos: preguntasDe(curriculares),
          grupos: gruposDe(catalogos.grupos, identidad),
          // The institute sees on its list of what to confirm which parts have none yet.
          licencias: (catalogos.licencias ?? []).filter(({ licencia }) => licencia !== null),
        },
      },
    ]
  }
}
