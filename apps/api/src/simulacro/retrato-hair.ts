import type { Look } from './look.ts'

/** Hair that falls behind the shoulders; drawn before everything else. */
export function backHair({ hairstyle, hair }: Look): string {
  return BACK[hairstyle]?.(hair) ?? ''
}

/** Hair that frames the face; drawn over it. */
export function frontHair({ hairstyle, hair }: Look): string {
  return FRONT[hairstyle]?.(hair) ?? ''
}

type Draw = (hair: string) => string

const path =
  (d: string): Draw =>
  (hair) =>
    `<path d="${d}" fill="${hair}"/>`

const BACK: Record<string, Draw> = {
  long: path('M78 170 C70 96 112 70 150 70 C188 70 230 96 222 170 C222 240 232 300 226 352 L74 352 C68 300 78 240 78 170 Z'),
  bob: path('M76 170 C68 96 112 72 150 72 C188 72 232 96 224 170 C226 220 230 262 212 284 L88 284 C70 262 74 220 76 170 Z'),
  bun: (hair) => `<circle cx="150" cy="68" r="31" fill="${hair}"/>${path('M82 172 C78 104 114 80 150 80 C186 80 222 104 218 172 Z')(hair)}`,
  braids: path('M80 172 C74 100 114 76 150 76 C186 76 226 100 220 172 L218 214 L82 214 Z'),
  curly: (hair) => curls(hair),
  ponytail: path('M82 172 C78 100 114 76 150 76 C186 76 222 100 218 172 C242 196 246 262 226 312 C214 300 208 262 210 214 L86 196 Z'),
}

const FRINGE =
  'M84 182 C76 110 116 80 150 80 C184 80 224 110 216 182 C210 150 196 128 160 118 C150 130 112 132 98 146 C90 156 87 168 84 182 Z'
const PARTED = 'M84 190 C74 108 118 80 150 80 C182 80 226 108 216 190 C212 152 186 132 150 108 C114 132 88 152 84 190 Z'
const SHORT =
  'M84 172 C78 108 112 78 150 78 C188 78 222 108 216 172 C212 158 208 146 202 136 C176 130 124 130 98 136 C92 146 88 158 84 172 Z'
const SIDE =
  'M84 174 C76 112 108 76 154 76 C196 76 222 108 216 174 C213 158 209 148 202 140 C172 146 138 136 118 114 C114 130 98 140 92 150 C88 158 86 166 84 174 Z'

const FRONT: Record<string, Draw> = {
  long: path(PARTED),
  bob: path(FRINGE),
  bun: path(PARTED),
  braids: (hair) => path(PARTED)(hair) + braid(hair, 80) + braid(hair, 220),
  curly: (hair) => `<g fill="${hair}">${[...ring(150, 112, 11)].join('')}</g>`,
  ponytail: path(SIDE),
  short: path(SHORT),
  cropped: path('M88 160 C86 112 116 88 150 88 C184 88 214 112 212 160 C206 136 184 124 150 124 C116 124 94 136 88 160 Z'),
  side: path(SIDE),
  bald: (hair) =>
    path('M86 200 C80 176 82 160 88 148 C92 160 90 182 92 200 Z')(hair) +
    path('M214 200 C220 176 218 160 212 148 C208 160 210 182 208 200 Z')(hair),
}

/** A cloud of round curls behind the head. */
function curls(hair: string): string {
  const around = Array.from({ length: 17 }, (_, index) => {
    const angle = Math.PI * (0.92 + (1.16 * index) / 16)
    return circle(150 + Math.cos(angle) * 70, 172 + Math.sin(angle) * 84, 23)
  })
  return `<g fill="${hair}">${around.join('')}${circle(150, 140, 66)}</g>`
}

function* ring(cx: number, cy: number, total: number): Generator<string> {
  for (let index = 0; index < total; index += 1) {
    const angle = Math.PI * (1.02 + (0.96 * index) / (total - 1))
    yield circle(cx + Math.cos(angle) * 58, cy + 26 + Math.sin(angle) * 42, 14)
  }
}

function circle(cx: number, cy: number, r: number): string {
  return `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${r}"/>`
}

function braid(hair: string, x: number): string {
  const knots = Array.from(
    { length: 8 },
    (_, index) => `<ellipse cx="${x + (x < 150 ? 1 : -1) * index * 1.5}" cy="${206 + index * 17}" rx="${13 - index * 0.5}" ry="11"/>`,
  )
  return `<g fill="${hair}" stroke="#00000040" stroke-width="1.5">${knots.join('')}</g>`
}
