import type { ReglasLaborales } from '../../base/dias-habiles.ts'
import { actosDe, etapasQueFaltan, razonesContraEtapa, razonesContraFecha } from './actos.ts'
import type { ConclusionPack, EtapaConclusionPack, ReglaEtapa } from './pack.ts'
import { planConclusion, reglaEtapaEnPalabras, seLePasoElDia, sinHechos, type EtapaPlan, type HechosEtapa } from './plan.ts'

const invented = { fuente: 'Inventado', confianza: 'alta' } as const
const laborales: ReglasLaborales = { descansos: [], jornadas: [], propios: [], todosHabiles: [] }
const secretaria = { rol: 'secretaria', cuentaId: 's' } as const
const transparencia = { rol: 'transparencia', cuentaId: 't' } as const

function etapa(clave: EtapaConclusionPack['clave'], regla: ReglaEtapa): EtapaConclusionPack {
  return { clave, nombre: clave, explicacion: '', regla, base: '', toma: [], conserva: [], ...invented }
}

const pack: ConclusionPack = {
  conclusionProceso: { fecha: null, ...invented },
  quedan: { campos: [], ...invented },
  etapas: [
    etapa('fin_difusion', { desde: 'jornada', dias: 1, tipoDias: 'naturales' }),
    etapa('desindexacion', { desde: 'fin_difusion', dias: 0, tipoDias: 'naturales' }),
    etapa('bloqueo', { desde: 'conclusion_proceso', dias: 5, tipoDias: 'habiles' }),
    etapa('supresion', { desde: 'bloqueo', dias: null, tipoDias: 'habiles' }),
  ],
}

function planOn(hoy: string, hechos: Partial<HechosEtapa>[] = [], of = pack): EtapaPlan[] {
  const all = hechos.map((each) => ({ ...sinHechos('fin_difusion'), ...each }))
  return planConclusion({ pack: of, jornada: '2030-07-07', hechos: all, laborales, hoy })
}

function at(plan: readonly EtapaPlan[], clave: EtapaPlan['clave']): EtapaPlan {
  const found = plan.find((each) => each.clave === clave)
  if (!found) throw new Error(clave)
  return found
}

const done = (clave: EtapaPlan['clave'], dia: string) => ({ clave, confirmada: dia, concluida: dia })

describe('planConclusion', () => {
  it('counts each day from its event, and says so where nobody knows it', () => {
    const plan = planOn('2030-07-01')
    expect(plan.map(({ clave, fecha, origen, estatus }) => [clave, fecha, origen, estatus])).toEqual([
      ['fin_difusion', '2030-07-08', 'regla', 'programada'],
      ['desindexacion', '2030-07-08', 'regla', 'programada'],
      ['bloqueo', null, null, 'por_confirmar'],
      ['supresion', null, null, 'por_confirmar'],
    ])
  })

  it('counts working days from the end of the proceso where the pack has it', () => {
    const known = { ...pack, conclusionProceso: { fecha: '2030-08-01', ...invented } }
    expect(at(planOn('2030-07-01', [], known), 'bloqueo').fecha).toBe('2030-08-08')
  })

  it('takes the day of an acuerdo before that of the rule, and counts the next ones from the day on which a stage was really over', () => {
    const plan = planOn('2030-07-12', [{ clave: 'fin_difusion', fijada: '2030-07-09' }])
    expect(at(plan, 'fin_difusion')).toMatchObject({ fecha: '2030-07-09', origen: 'acuerdo', estatus: 'atrasada' })
    expect(at(plan, 'desindexacion')).toMatchObject({ fecha: '2030-07-09', estatus: 'en_espera' })
    const after = planOn('2030-07-12', [done('fin_difusion', '2030-07-12')])
    expect(at(after, 'desindexacion')).toMatchObject({ fecha: '2030-07-12', estatus: 'disponible' })
  })

  it('tells a stage that is going on from one that is over', () => {
    const before = [done('fin_difusion', '2030-07-08'), done('desindexacion', '2030-07-08'), done('bloqueo', '2030-08-08')]
    const plan = planOn('2030-10-01', [...before, { clave: 'supresion', fijada: '2030-09-30', confirmada: '2030-10-01' }])
    expect(plan.map(({ estatus }) => estatus)).toEqual(['realizada', 'realizada', 'realizada', 'en_curso'])
    expect(plan.some((each) => seLePasoElDia(each, '2030-10-02'))).toBe(false)
  })

  it('says its rule in words', () => {
    expect(pack.etapas.map(reglaEtapaEnPalabras)).toEqual([
      '1 día después de la jornada electoral',
      'El mismo día del fin de la difusión',
      '5 días hábiles después de la conclusión del proceso electoral',
      'Después del bloqueo de los datos; cuántos días, por confirmar',
    ])
  })
})

describe('razonesContraEtapa', () => {
  it('lets nobody act before the day, nor before the stage before, nor without a day', () => {
    expect(razonesContraEtapa('realizar', at(planOn('2030-07-07'), 'fin_difusion'), secretaria)).toEqual([
      'Todavía no llega su día (8 de julio de 2030).',
    ])
    expect(razonesContraEtapa('realizar', at(planOn('2030-07-08'), 'desindexacion'), secretaria)).toEqual([
      'Falta realizar la etapa anterior.',
    ])
    expect(razonesContraEtapa('realizar', at(planOn('2030-07-08'), 'bloqueo'), secretaria)).toEqual([
      'Nadie ha fijado su día: está por confirmar.',
    ])
    expect(razonesContraEtapa('realizar', at(planOn('2030-07-08'), 'fin_difusion'), secretaria)).toEqual([])
  })

  it('gives each stage to its roles', () => {
    const plan = planOn('2030-07-08')
    expect(razonesContraEtapa('realizar', at(plan, 'fin_difusion'), transparencia)).toEqual(['Le corresponde a la Secretaría Ejecutiva.'])
    expect(razonesContraEtapa('proponer', at(plan, 'supresion'), { rol: 'comision', cuentaId: 'c' })).toEqual([
      'Le corresponde a la Secretaría Ejecutiva o a Transparencia.',
    ])
    expect(razonesContraEtapa('fijar', at(plan, 'bloqueo'), secretaria)).toEqual([])
    expect(razonesContraEtapa('fijar', at(plan, 'bloqueo'), transparencia)).not.toEqual([])
  })

  it('takes two people for an act that cannot be undone', () => {
    const before = [done('fin_difusion', '2030-07-08'), done('desindexacion', '2030-07-08'), done('bloqueo', '2030-08-08')]
    const of = (rest: Partial<HechosEtapa>) =>
      at(planOn('2030-10-01', [...before, { clave: 'supresion', fijada: '2030-10-01', ...rest }]), 'supresion')
    expect(actosDe('supresion')).toEqual(['fijar', 'proponer', 'confirmar', 'retirar'])
    expect(razonesContraEtapa('confirmar', of({}), secretaria)).toEqual(['Nadie la ha propuesto.'])
    expect(razonesContraEtapa('proponer', of({}), secretaria)).toEqual([])
    const proposed = of({ propuestaPor: 's' })
    expect(proposed.estatus).toBe('propuesta')
    expect(razonesContraEtapa('confirmar', proposed, secretaria)).toEqual(['La confirma una persona distinta de quien la propuso.'])
    expect(razonesContraEtapa('confirmar', proposed, transparencia)).toEqual([])
    expect(razonesContraEtapa('fijar', proposed, secretaria)).not.toEqual([])
    expect(razonesContraEtapa('confirmar', of({ propuestaPor: 's', confirmada: '2030-10-01' }), transparencia)).toEqual([
      'Ya está en curso.',
    ])
  })
})

describe('razonesContraFecha', () => {
  it('keeps the order of the stages and election day', () => {
    const plan = planOn('2030-07-01', [{ clave: 'supresion', fijada: '2030-12-01' }])
    const of = (clave: EtapaPlan['clave'], fecha: string) => razonesContraFecha(fecha, { clave, plan, jornada: '2030-07-07' })
    expect(of('fin_difusion', '2030-07-07')).toEqual(['Debe ser posterior a la jornada electoral.'])
    expect(of('bloqueo', '2030-07-07')).toHaveLength(2)
    expect(of('bloqueo', '2030-12-02')).toHaveLength(1)
    expect(of('bloqueo', '2030-09-01')).toEqual([])
  })
})

describe('the days that the pack puts between two stages', () => {
  const conDias: ConclusionPack = {
    ...pack,
    etapas: pack.etapas.map((each) =>
      each.clave === 'supresion' ? etapa('supresion', { desde: 'bloqueo', dias: 10, tipoDias: 'habiles' }) : each,
    ),
  }
  const before = [done('fin_difusion', '2030-07-08'), done('desindexacion', '2030-07-08'), done('bloqueo', '2030-08-20')]

  it('are kept by an acuerdo: no day within them can be fixed', () => {
    const plan = planOn('2030-08-21', before, conDias)
    const against = (fecha: string) => razonesContraFecha(fecha, { clave: 'supresion', plan, jornada: '2030-07-07' })
    expect(against('2030-09-02')).toEqual([
      'Faltan los días que deben pasar desde la etapa anterior: el primero es el 3 de septiembre de 2030.',
    ])
    expect(against('2030-09-03')).toEqual([])
  })

  it('run from the day on which the stage before was really over, not from the day that an acuerdo foresaw', () => {
    const fijada = { clave: 'supresion' as const, fijada: '2030-08-22' }
    const plan = planOn('2030-08-22', [...before, fijada], conDias)
    expect(at(plan, 'supresion')).toMatchObject({ fecha: '2030-09-03', origen: 'regla', estatus: 'programada' })
    expect(razonesContraEtapa('proponer', at(plan, 'supresion'), secretaria)).toEqual([
      'Todavía no llega su día (3 de septiembre de 2030).',
    ])
    expect(at(planOn('2030-09-03', [...before, fijada], conDias), 'supresion').estatus).toBe('disponible')
  })
})

describe('etapasQueFaltan', () => {
  it('tells the role that may do it, once, from its day on', () => {
    const claves = (rol: 'secretaria' | 'transparencia', hoy: string) =>
      etapasQueFaltan(planOn(hoy), { rol, hoy }).map(({ clave }) => clave)
    expect(claves('secretaria', '2030-07-07')).toEqual([])
    expect(claves('secretaria', '2030-07-08')).toEqual(['fin_difusion'])
    expect(claves('secretaria', '2030-07-20')).toEqual(['fin_difusion'])
    expect(claves('transparencia', '2030-07-20')).toEqual([])
  })
})
