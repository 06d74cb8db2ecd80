import own from './es-MX/noscript.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
