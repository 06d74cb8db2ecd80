import type { EntityManager } from 'typeorm'
import {
  acuerdoDe,
  cleanLine,
  razonesContraCodificar,
  razonesContraResolver,
  razonesContraTomarPlaza,
  type CategoriaCodigo,
} from '@conoceles/domain'
import type { CuestionariosVigentes, IdentidadService } from '../../captura/index.ts'
import { abrirRespuestas } from '../../publicacion/estadisticas/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { CodificadorService } from './codificador.service.ts'
import type { Codificacion } from './codificacion.entity.ts'
import type {
  CodificacionDetalleDto,
  DesacuerdosDto,
  ResolverDesacuerdoDto,
  TextoCodificadoDto,
  TextosPorCodificarDto,
} from './codificaciones.dto.ts'
import { readCargos, readCodigos, readJuicios, readTextos, type Juicio } from './codificaciones.queries.ts'
import { assert, enCurso, type CodificacionesService, type Turno } from './codificaciones.service.ts'
import { CodigoCodificacion } from './codigo.entity.ts'
import { toDesacuerdo } from './desacuerdos.ts'
import { openEnlace } from './enlace.ts'
import { PlazaCodificacion } from './plaza.entity.ts'
import { camposDe, textoDe } from './preguntas.ts'
import { TextoCodificacion } from './texto.entity.ts'
import { VotoCodificacion } from './voto.entity.ts'
import type { Acts } from '../../bitacora/index.ts'

interface Parts {
  acts: Acts
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  codificaciones: CodificacionesService
  codificador: CodificadorService
}

/**
 * Acts of the two coders, and of the third person who settles with them: they read texts and pseudonyms, and never learn whose they are.
 */
export class CodificarService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  tomarPlaza(quien: Quien, campo: string): Promise<CodificacionDetalleDto> {
    const { cuentaId } = quien
    return this.parts.codificaciones.perform(quien, campo, {
      acto: 'codificacion.plaza_tomada',
      reasons: ({ codificable }) => razonesContraTomarPlaza(codificable, cuentaId),
      change: async ({ tx, state, ahora: tomadaEn }) => {
        const { codificacion, plazas } = enCurso(state)
        const numero = plazas.some((plaza) => plaza.numero === 1) ? 2 : 1
        await tx.insert(PlazaCodificacion, { codificacionId: codificacion.id, numero, cuentaId, tomadaEn, terminadaEn: null })
        return {}
      },
    })
  }

  /** Her texts, in an order of her own. The text of a persona who withdrew a moment ago is already gone. */
  async leer(quien: Quien, campo: string): Promise<TextosPorCodificarDto> {
    await this.parts.codificador.turno()
    return act(this.deps.databases, quien, async (tx) => {
      const turno = await this.parts.codificaciones.locate(tx, campo, quien.cuentaId)
      assert(razonesContraCodificar(turno.codificable, quien.cuentaId))
      const { codificacion } = enCurso(turno)
      const codigos = new Map((await readCodigos(tx, codificacion.id)).map(({ textoId, codigo }) => [textoId, codigo]))
      const textos = await this.abrir(tx, quien, { turno, rows: await readTextos(tx, codificacion.id) })
      const elementos = [...textos].map(([id, texto]) => ({ id, texto, codigo: codigos.get(id) ?? null }))
      const orden = (id: string) => sha256(`${quien.cuentaId}|${id}`)
      return {
        codificacion: await this.parts.codificaciones.find(tx, quien, campo),
        textos: elementos.sort((a, b) => orden(a.id).localeCompare(orden(b.id))),
      }
    })
  }

  /** Gives a text a category, or takes it back. */
  codificar(quien: Quien, { pregunta, id }: { pregunta: string; id: string }, codigo: string | null): Promise<TextoCodificadoDto> {
    return this.parts.codificaciones.ejecutar(quien, pregunta, async (tx, turno) => {
      assert(razonesContraCodificar(turno.codificable, quien.cuentaId))
      const { codificacion } = enCurso(turno)
      const { cuentaId } = quien
      await this.assertTexto(tx, codificacion, id)
      if (codigo === null) await tx.delete(CodigoCodificacion, { textoId: id, cuentaId })
      else {
        assertCategoria(codificacion.categorias, codigo)
        const row = { textoId: id, cuentaId, codificacionId: codificacion.id, codigo, en: toDate(this.deps.clock.now()) }
        await tx.upsert(CodigoCodificacion, row, ['textoId', 'cuentaId'])
      }
      return { id, codigo, ...(await countDe(tx, codificacion.id)) }
    })
  }

  /** From here on her codes do not change. */
  terminar(quien: Quien, campo: string): Promise<CodificacionDetalleDto> {
    const { cuentaId } = quien
    return this.parts.codificaciones.perform(quien, campo, {
      acto: 'codificacion.terminada',
      reasons: ({ codificable }) => razonesContraCodificar(codificable, cuentaId),
      change: async ({ tx, state, ahora: terminadaEn }) => {
        const { id: codificacionId } = enCurso(state).codificacion
        const { codificados, total } = await countDe(tx, codificacionId)
        assert(codificados === total ? [] : [`Faltan ${total - codificados} textos por codificar.`])
        await tx.update(PlazaCodificacion, { codificacionId, cuentaId }, { terminadaEn })
        return {}
      },
    })
  }

  /** How far the two agreed, and the texts on which they did not. */
  async desacuerdos(quien: Quien, campo: string): Promise<DesacuerdosDto> {
    await this.parts.codificador.turno()
    return act(this.deps.databases, quien, async (tx) => {
      const turno = await this.parts.codificaciones.locate(tx, campo, quien.cuentaId)
      assert(razonesContraResolver(turno.codificable))
      const juicios = await readJuicios(tx, enCurso(turno).codificacion.id)
      const differ = juicios.filter(isDesacuerdo)
      const textos = await this.abrir(tx, quien, { turno, rows: differ.map(({ texto }) => texto) })
      const pares = juicios.flatMap(({ codigos: [a, b] }) => (a && b ? [[a.codigo, b.codigo] as const] : []))
      const { n, iguales, kappa } = acuerdoDe(pares)
      return {
        codificacion: await this.parts.codificaciones.find(tx, quien, campo),
        ...{ total: n, iguales, kappa: kappa === null ? null : kappa.toFixed(2) },
        desacuerdos: differ.flatMap((juicio) => {
          const texto = textos.get(juicio.texto.id)
          return texto === undefined ? [] : [toDesacuerdo(juicio, { texto, plazas: turno.plazas, cuentaId: quien.cuentaId })]
        }),
      }
    })
  }

  /** Her decision on a text on which the coders differ: it stands once both decide the same, or a third person decides. */
  resolver(
    quien: Quien,
    { pregunta, id }: { pregunta: string; id: string },
    { codigo, razon }: ResolverDesacuerdoDto,
  ): Promise<CodificacionDetalleDto> {
    const clean = cleanLine(razon)
    if (clean.length < 3) throw new AppError('entrada.invalida', { errors: [{ field: 'razon', reasons: ['Diga por qué.'] }] })
    const { cuentaId } = quien
    return this.parts.codificaciones.perform(quien, pregunta, {
      acto: 'codificacion.desacuerdo_decidido',
      reasons: ({ codificable }) => razonesContraResolver(codificable),
      change: async ({ tx, state, ahora: en }) => {
        const { codificacion } = enCurso(state)
        const juicio = (await readJuicios(tx, codificacion.id)).find(({ texto }) => texto.id === id)
        if (!juicio) throw new AppError('ruta.no_existe')
        assert(isDesacuerdo(juicio) ? [] : ['En este texto las dos personas coincidieron.'])
        assertCategoria(codificacion.categorias, codigo)
        const row = { textoId: id, cuentaId, codificacionId: codificacion.id, codigo, razon: clean, en }
        await tx.upsert(VotoCodificacion, row, ['textoId', 'cuentaId'])
        return {}
      },
    })
  }

  /**
   * The texts themselves, by pseudonym, and the entry that names their reader. The entry is about the coding and not about a persona: to
   * name the author would tell her answer.
   */
  private async abrir(
    tx: EntityManager,
    quien: Quien,
    { turno: { pregunta }, rows }: { turno: Turno; rows: readonly TextoCodificacion[] },
  ): Promise<Map<string, string>> {
    await tx.query(`select set_config('app.lectura', 'codificacion', true)`)
    const orden = (await this.parts.procesos.proceso(tx)).catalogos.revision.orden.clave
    const enlaces = rows.map((row) => ({ id: row.id, ...openEnlace(this.deps.secretos.llavero, row) }))
    const personas = await readCargos(
      tx,
      enlaces.map(({ candidaturaId }) => candidaturaId),
    )
    const respuestas = await abrirRespuestas(tx, personas, { ...this.parts, preguntas: camposDe(pregunta), orden })
    await this.parts.acts.record(tx, quien, {
      acto: 'identidad.codificada',
      objeto: { tipo: 'codificacion', id: pregunta.campo },
      detalle: { motivo: 'codificacion' },
    })
    return new Map(
      enlaces.flatMap(({ id, candidaturaId }) => {
        const texto = textoDe(pregunta, respuestas.get(candidaturaId))
        return texto === null ? [] : [[id, texto] as const]
      }),
    )
  }

  private async assertTexto(tx: EntityManager, { id: codificacionId }: Codificacion, id: string): Promise<void> {
    if (!(await tx.existsBy(TextoCodificacion, { id, codificacionId })))
      throw new AppError('codificacion.acto_no_permitido', {
        detail: 'Ese texto cambió o ya no se puede leer. Vuelva a cargar los textos.',
      })
  }
}

function isDesacuerdo({ codigos: [a, b] }: Juicio): boolean {
  return a !== undefined && b !== undefined && a.codigo !== b.codigo
}

function assertCategoria(categorias: readonly CategoriaCodigo[], codigo: string): void {
  if (categorias.some(({ clave }) => clave === codigo)) return
  throw new AppError('entrada.invalida', { errors: [{ field: 'codigo', reasons: ['No es una de las categorías.'] }] })
}

/** Counts for the acting account: while she codes, she sees only her own codes. */
async function countDe(tx: EntityManager, codificacionId: string): Promise<{ codificados: number; total: number }> {
  const total = await tx.countBy(TextoCodificacion, { codificacionId })
  return { codificados: await tx.countBy(CodigoCodificacion, { codificacionId }), total }
}
