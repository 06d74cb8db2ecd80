import { compileCuestionario } from './compile.ts'
import { textosConMinimo } from './least-texts.ts'
import { sampleDocument } from './sample-cuestionario.ts'

test('the texts with a least length stand by it, and those without are left out', () => {
  const found = textosConMinimo(compileCuestionario(sampleDocument()))
  expect(found.map(({ minimo, textos }) => [minimo, textos.map(({ campo }) => campo)])).toEqual([[10, ['historia']]])
})
