import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { canonical, sha256 } from '../../shared/criptografia/canonical.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/http/errors.ts'
import type { CongelarParts } from './datos/congelar-parts.ts'
import { congelar } from './datos/congelar.ts'
import { InformeCorte } from './informe-corte.entity.ts'
import { InformeTexto } from './informe-texto.entity.ts'
import type { ActoInformeDto, GuardarTextoInformeDto, VigenciaInformeDto } from './informes.dto.ts'
import { findCorte, listEmisiones, readEnviadas, readTextos } from './informes.queries.ts'
import { assert, type Envio, type InformesService } from './informes.service.ts'
import { toSeccion } from './vista.ts'
import { cambiosInforme, SECCIONES_INFORME } from '@conoceles/domain'

/** A document that was not made here has no figures to compare. */
const SIN_COMPARAR = { tomadoEn: null, cambiaron: null, ejemplos: [] }
const NINGUNO: ReadonlyMap<string, string> = new Map()

/** Material of an informe: the figures that are frozen for it, and the texts that people write in it. */
export class CortesInformeService {
  constructor(
    private readonly deps: Deps,
    private readonly services: CongelarParts & { informes: InformesService },
  ) {}

  /** Freezes every figure as it is now. */
  tomar(envio: Envio): Promise<ActoInformeDto> {
    const { clock, databases } = this.deps
    return this.services.informes.perform(envio, { acto: 'informe.corte_tomado', contenido: {} }, async (tx, turno) => {
      const { quien, lugar, informe, folio, ahora } = turno
      const { clave, numero: actividad, nombre, mes, clase } = informe
      const pedido = { clase, entregable: { clave, numero: actividad, nombre, mes } }
      const datos = await congelar(tx, pedido, { ...this.services, clock, lector: databases.lector })
      const huella = sha256(canonical(datos))
      const numero = ((await findCorte(tx, lugar))?.numero ?? 0) + 1
      await tx.insert(InformeCorte, {
        ...{ id: randomUUID(), ...lugar, numero, clase, datos, sha256: huella, folio, consulta: datos.consulta },
        ...{ tomadoEn: ahora, tomadoPor: quien.cuentaId, cortePublico: datos.cortePublico?.numero ?? null },
      })
      return { numero, sha256: huella, cortePublico: datos.cortePublico?.numero ?? null }
    })
  }

  /** Saves the next version of a text; an account that edited an older one is shown what was saved meanwhile. */
  guardar(envio: Envio, seccion: string, { version, texto }: GuardarTextoInformeDto): Promise<ActoInformeDto> {
    const call = { acto: 'informe.texto_guardado' as const, contenido: { seccion, version, texto } }
    return this.services.informes.perform(envio, call, async (tx, { quien, lugar, informe, ahora }) => {
      const known = SECCIONES_INFORME[informe.clase].find(({ clave }) => clave === seccion)
      if (!known) throw new AppError('ruta.no_existe')
      const last = (await readTextos(tx, lugar)).get(seccion)
      if ((last?.version ?? 0) !== version) throw new AppError('informe.version_distinta', { actual: toSeccion(known, last) })
      assert((last?.texto ?? '') === texto ? ['El texto es el mismo que ya está guardado.'] : [])
      await tx.insert(InformeTexto, {
        ...{ id: randomUUID(), ...lugar, seccion, version: version + 1, texto },
        ...{ guardadoEn: ahora, guardadoPor: quien.cuentaId },
      })
      return { seccion, version: version + 1, sha256: sha256(texto) }
    })
  }

  /** Figures of the version that stands, beside those of now: somebody may vote a document that is no longer so. */
  async vigencia(tx: EntityManager, clave: string): Promise<VigenciaInformeDto> {
    const { clock, databases } = this.deps
    const { informe, lugar } = await this.services.informes.locate(tx, clave)
    const version = [...(await readEnviadas(tx, lugar))].at(-1)
    if (version === undefined) return { ...SIN_COMPARAR, version: null }
    const [pdf, { numero }] = version
    const emision = (await listEmisiones(tx, lugar)).find(({ huellas }) => huellas.pdf === pdf)
    if (!emision) return { ...SIN_COMPARAR, version: numero }
    const { datos } = await tx.findOneByOrFail(InformeCorte, { id: emision.corteId })
    const { numero: actividad, nombre, mes, clase } = informe
    const pedido = { clase, entregable: { clave, numero: actividad, nombre, mes } }
    const ahora = await congelar(tx, pedido, { ...this.services, clock, lector: databases.lector })
    const { cifras } = cambiosInforme(clase, { ...datos, textos: NINGUNO }, { ...ahora, textos: NINGUNO })
    return { version: numero, tomadoEn: datos.tomadoEn, cambiaron: cifras.length, ejemplos: cifras }
  }

  /** Frozen data, in the form that is hashed. */
  async datos(tx: EntityManager, clave: string, numero: number): Promise<Buffer> {
    const { lugar } = await this.services.informes.locate(tx, clave)
    const corte = await findCorte(tx, lugar, numero)
    if (!corte) throw new AppError('ruta.no_existe')
    return Buffer.from(canonical(corte.datos))
  }
}
