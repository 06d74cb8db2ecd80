import { CONFIANZAS, ORDENES_PRESENTACION, type ProcesoPack, type Sourced } from '@conoceles/domain'
import { esDia, probar, probarFilas, probarRepetidas, type Falta, type Prueba } from '../falta.ts'

/** Explanations name cargos that there are, once each, and say where they come from. */
export function faltasDeConsulta({ consulta, cargos, estadistica }: ProcesoPack): Falta[] {
  const { orden, escolaridad, boletas = [], funciones, preguntas, casilla } = consulta
  const claves = new Set(cargos.map(({ clave }) => clave))
  return [
    ...boletaFaltas(boletas, cargos),
    ...probar(['consulta', 'orden', 'clave'], [
      { falla: !ORDENES_PRESENTACION.includes(orden.clave), dice: `No existe el orden «${orden.clave}»`, remedio: `Use ${ORDENES_PRESENTACION.join(', ')}` },
    ]), // prettier-ignore
    ...probar(['consulta', 'orden'], [sinFuente(orden)]),
    ...probar(
      ['consulta', 'escolaridad'],
      [
        {
          falla: escolaridad !== null && !estadistica.publicas.some(({ clave }) => clave === escolaridad),
          dice: `No hay una tabla pública «${String(escolaridad)}»`,
          remedio: 'Use la clave de una de «publicas» de estadistica.json, o null',
        },
      ],
    ),
    ...probarFilas(['consulta', 'funciones'], funciones, (each) => [
      { falla: !claves.has(each.cargo), en: ['cargo'], dice: `Explica el cargo «${each.cargo}», que no existe`, remedio: 'Use una clave de cargos.json' },
      sinFuente(each),
    ]), // prettier-ignore
    ...probarRepetidas(['consulta', 'funciones'], funciones, ({ cargo }) => cargo),
    ...probarFilas(['consulta', 'preguntas'], preguntas, (each) => [sinFuente(each)]),
    ...probarRepetidas(['consulta', 'preguntas'], preguntas, ({ clave }) => clave),
    ...(casilla ? probar(['consulta', 'casilla'], [sinFuente(casilla), sinDireccion(casilla.direccion)]) : []),
  ]
}

/** A cargo that nothing explains: its voters read only its name. */
export function avisosDeConsulta({ consulta: { funciones }, cargos }: ProcesoPack): Falta[] {
  const explicados = new Set(funciones.map(({ cargo }) => cargo))
  return probarFilas(['cargos'], cargos, ({ clave }) => [
    {
      falla: !explicados.has(clave),
      dice: `El sitio no dirá qué hace el cargo «${clave}»`,
      remedio: 'Agregue su entrada a «funciones», en consulta.json',
    },
  ])
}

function boletaFaltas(boletas: NonNullable<ProcesoPack['consulta']['boletas']>, cargos: ProcesoPack['cargos']): Falta[] {
  const impresos = boletas.flatMap(({ frente, reverso }) => [...frente, ...reverso])
  const claves = new Set(cargos.map(({ clave }) => clave))
  return [
    ...probarFilas(['cargos'], boletas.length > 0 ? cargos : [], ({ clave }) => [
      {
        falla: impresos.filter((each) => each === clave).length !== 1,
        dice: `El cargo «${clave}» no está en una boleta, o está en más de una`,
        remedio: 'Póngalo una vez en «frente» o «reverso» de consulta.json',
      },
    ]),
    ...probarFilas(['consulta', 'boletas'], boletas, ({ clave, frente, reverso, impresa, ...each }) => [
      {
        falla: [...frente, ...reverso].some((cargo) => !claves.has(cargo)),
        dice: `La boleta «${clave}» trae un cargo que no existe`,
        remedio: 'Use claves de cargos.json',
      },
      {
        falla: impresa !== undefined && !esDia(impresa),
        en: ['impresa'],
        dice: `La boleta «${clave}» se imprimió en un día que no existe`,
        remedio: 'Escriba la fecha como 2027-04-20',
      },
      sinFuente(each),
    ]),
  ]
}

function sinFuente({ fuente, confianza }: Sourced): Prueba {
  return {
    falla: !fuente || !CONFIANZAS.includes(confianza),
    dice: 'Este dato no dice su fuente o su confianza',
    remedio: 'Escriba «fuente» y «confianza»',
  }
}

function sinDireccion(direccion: string): Prueba {
  return {
    falla: !/^https:\/\/[^/]/.test(direccion),
    en: ['direccion'],
    dice: `«${direccion}» no es una dirección`,
    remedio: 'Escríbala desde https://',
  }
}
