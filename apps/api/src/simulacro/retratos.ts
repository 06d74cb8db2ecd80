import type { Look, Stage, Tone } from './look.ts'
import { STAGES } from './look.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import { backHair, frontHair } from './retrato-hair.ts'
import { beard, clothes, face, glasses, wrinkles } from './retrato-face.ts'

export interface Retrato {
  /** Portrait of 900 × 1200, a flat drawing: nobody could take it for a photograph of somebody. */
  svg: string
  sexo: 'mujer' | 'hombre'
  stage: Stage
  textoAlternativo: string
}

/** Drawn faces, half of women and half of men, of the three stages of life in turn. */
export function drawRetratos(total: number, seed: number): Retrato[] {
  const random = createRandom(seed).fork('retratos')
  return Array.from({ length: total }, (_, index) => {
    const sexo = index % 2 === 0 ? 'mujer' : 'hombre'
    const stage = STAGES[Math.floor(index / 2) % STAGES.length] ?? 'middle'
    return drawRetrato({ sexo, stage, index }, random.fork(String(index)))
  })
}

const SKIN: Tone[] = [
  { base: '#f3cfb3', shade: '#dfb08d', lip: '#b96a5f' },
  { base: '#e8b992', shade: '#cf9a70', lip: '#a95d50' },
  { base: '#d9a277', shade: '#bd8358', lip: '#984f43' },
  { base: '#c68a5c', shade: '#a87044', lip: '#87443a' },
  { base: '#ad7247', shade: '#8e5a35', lip: '#743a31' },
  { base: '#8d5a38', shade: '#70442a', lip: '#5e2f29' },
  { base: '#6b4129', shade: '#53311f', lip: '#4a2521' },
]
const HAIR = {
  young: ['#1f1a17', '#2b211b', '#3d2b20', '#5a3d28'],
  middle: ['#1f1a17', '#2b211b', '#3d2b20', '#54483f'],
  old: ['#8c8a88', '#b9b6b2', '#c8c4be'],
}
const HAIRSTYLES = {
  mujer: ['long', 'bob', 'bun', 'braids', 'curly', 'short', 'ponytail'],
  hombre: ['short', 'cropped', 'curly', 'side', 'bald', 'short', 'side'],
}
const GARMENTS = {
  mujer: ['blouse', 'jacket', 'embroidered', 'shawl', 'shirt'],
  hombre: ['shirt', 'jacket', 'shirt', 'embroidered'],
} as const
const FABRICS = ['#3f5b73', '#7a4a58', '#4c6b57', '#8a6a3d', '#5b5570', '#a3564a', '#d8d3c8', '#39474f', '#6d7f8c']
const BACKGROUNDS = ['#dfe4e3', '#e6e0d6', '#d9dfe6', '#e3dde2', '#dde4d8', '#e8e4dc']
const EYES = ['#2a1c14', '#3a2618', '#4a3120', '#5a4630']

function drawRetrato({ sexo, stage, index }: { sexo: Look['sexo']; stage: Stage; index: number }, random: Random): Retrato {
  const hairstyles = HAIRSTYLES[sexo].filter((hairstyle) => hairstyle !== 'bald' || stage !== 'young')
  const look: Look = {
    sexo,
    stage,
    // In turn, not by chance: a few dozen drawings must show every tone and every kind of hair.
    skin: SKIN[(index * 3 + Math.floor(index / 7)) % SKIN.length] ?? random.pick(SKIN),
    hairstyle: hairstyles[Math.floor(index / 2) % hairstyles.length] ?? 'short',
    hair: random.pick(HAIR[stage]),
    hasGlasses: random.chance(stage === 'old' ? 0.55 : 0.25),
    facialHair: sexo === 'hombre' ? random.pick(['none', 'none', 'moustache', 'full'] as const) : 'none',
    garment: random.pick(GARMENTS[sexo]),
    fabric: random.pick(FABRICS),
    background: random.pick(BACKGROUNDS),
    eyes: random.pick(EYES),
    jaw: sexo === 'hombre' ? 0.5 + random.next() / 2 : random.next() / 2,
  }
  return { svg: toSvg(look), sexo, stage, textoAlternativo: describeLook(look) }
}

function toSvg(look: Look): string {
  const parts = [backHair(look), clothes(look), face(look), wrinkles(look), beard(look), frontHair(look), glasses(look)]
  const background = `<rect width="300" height="400" fill="${look.background}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200" viewBox="0 0 300 400">${background}${parts.join('')}</svg>`
}

const ADJECTIVES = { young: 'joven', middle: 'de mediana edad', old: 'mayor' }
const HAIR_WORDS: Record<string, string> = {
  long: 'cabello largo',
  bob: 'cabello a los hombros',
  bun: 'cabello recogido',
  braids: 'trenzas',
  curly: 'cabello rizado',
  short: 'cabello corto',
  ponytail: 'cabello en coleta',
  cropped: 'cabello muy corto',
  side: 'cabello peinado de lado',
  bald: 'cabeza calva',
}

function describeLook({ sexo, stage, hairstyle, hasGlasses, facialHair }: Look): string {
  const traits = [
    HAIR_WORDS[hairstyle],
    hasGlasses && 'lentes',
    facialHair === 'moustache' && 'bigote',
    facialHair === 'full' && 'barba',
  ].filter(Boolean)
  const last = traits.length > 1 ? ` y ${String(traits.pop())}` : ''
  return `Dibujo de ${sexo === 'mujer' ? 'una mujer' : 'un hombre'} ${ADJECTIVES[stage]} con ${traits.join(', ')}${last}.`
}
