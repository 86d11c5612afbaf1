// SPDX-License-Identifier: EUPL-1.2
// Opens published pages as residents do: on a phone, on a desk, with text twice as large, on paper.
// usage: node check_pages.mjs PAGES_FOLDER PICTURES_FOLDER
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const chromiumPath = process.env.MEDICOBUS_CHROMIUM ?? '/usr/bin/chromium';
const skipped = 77;

const playwright = await import('playwright-core').catch(() => null);
if (!playwright || !existsSync(chromiumPath)) {
  console.log(`skipped: ${playwright ? `no ${chromiumPath}` : 'playwright-core is not installed (npm ci in tests/web)'}`);
  process.exit(skipped);
}
const [pagesFolder, picturesFolder] = process.argv.slice(2).map((path) => resolve(path));
mkdirSync(picturesFolder, { recursive: true });

const screens = [
  { name: 'phone', width: 390, height: 844, text: 1 },
  { name: 'phone-200', width: 390, height: 844, text: 2 },
  { name: 'desk', width: 1280, height: 800, text: 1 },
  { name: 'desk-200', width: 1280, height: 800, text: 2 },
];
const pages = [
  { file: 'sample/index.html' },
  { file: 'sample/accessibilite.html' },
  { file: 'sample/communes/99001.html', next: '2027-03-02T09:00' },
  { file: 'sample/communes/99002.html', next: '2027-03-01T09:00' },
  { file: 'sample/communes/99004.html', next: '2027-03-02T09:00' },
  { file: 'fictional/index.html' },
  { file: 'fictional/communes/99001.html', next: '2027-03-02T09:00' },
  { file: 'bare/index.html' },
  { file: 'bare/communes/99001.html' },
];

const failures = [];
let checks = 0;
function check(condition, where, what) {
  ++checks;
  if (!condition) failures.push(`${where}: ${what}`);
}

// Runs in the page: every piece of text with its colours, as WCAG 2.1 computes contrast.
function lowContrasts() {
  const channel = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = (text) => text.match(/[\d.]+/g).map(Number);
  const backgroundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.getClientRects().length || element.tagName === 'SCRIPT') continue;
    ++seen;
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(backgroundOf(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push(`${ratio.toFixed(2)} ${walker.currentNode.data.trim().slice(0, 40)}`);
  }
  return { low, seen };
}

// Runs in the page: links and buttons alone in their line that a finger would miss.
function smallTargets() {
  return [...document.querySelectorAll('.button, .letters a, nav a, .links a, .towns a')]
    .filter((link) => link.getClientRects().length && link.getBoundingClientRect().height < 44)
    .map((link) => `${link.textContent.trim().slice(0, 30)} ${link.getBoundingClientRect().height}`);
}

async function checkShape(page, where) {
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  check(width[0] <= width[1], where, `scrolls sideways, ${width[0]} wide in ${width[1]}`);
  check((await page.locator('h1').count()) === 1, where, 'not one h1');
  check((await page.locator('html').getAttribute('lang')) === 'fr', where, 'language not told');
  for (const role of ['banner', 'main', 'contentinfo']) {
    check((await page.getByRole(role).count()) === 1, where, `no single ${role}`);
  }
  const levels = await page.locator('h1, h2, h3').evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
  check(levels.every((level, i) => i === 0 || level <= levels[i - 1] + 1), where, `heading levels jump: ${levels}`);
  const { low, seen } = await page.evaluate(lowContrasts);
  check(seen > 5 && low.length === 0, where, `contrast under 4.5: ${low.join('; ')}`);
  const small = await page.evaluate(smallTargets);
  check(small.length === 0, where, `targets under 44 px: ${small.join('; ')}`);
}

async function checkNext(page, where, screen, next) {
  const card = page.getByRole('region', { name: 'Prochain passage' });
  check((await card.count()) === 1, where, 'no region "Prochain passage"');
  check((await card.locator('time').first().getAttribute('datetime')) === next, where, 'another next visit');
  if (screen.name === 'phone' || screen.name === 'desk') {
    const box = await card.locator('.hours').boundingBox();
    check(box && box.y + box.height <= screen.height, where, `next visit below the fold, at ${box?.y}`);
  }
  check((await page.getByRole('link', { name: /^Appeler le 02/ }).count()) === 1, where, 'no number to call');
}

async function checkKeyboard(page, where) {
  await page.keyboard.press('Tab');
  const focus = await page.evaluate(() => ({
    text: document.activeElement.textContent,
    left: document.activeElement.getBoundingClientRect().left,
    outline: getComputedStyle(document.activeElement).outlineStyle,
  }));
  check(focus.text === 'Aller au contenu' && focus.left >= 0, where, 'the skip link is not the first stop');
  check(focus.outline !== 'none', where, 'focus cannot be seen');
}

async function checkLinks(page, where) {
  for (const href of await page.locator('a').evaluateAll((links) => links.map((link) => link.href))) {
    if (!href.startsWith('file:')) continue;
    const target = new URL(href);
    check(existsSync(target), where, `leads nowhere: ${href}`);
    if (target.hash && target.pathname === new URL(page.url()).pathname) {
      check((await page.locator(`[id="${target.hash.slice(1)}"]`).count()) === 1, where, `no ${target.hash}`);
    }
  }
}

async function checkScreen(browser, screen) {
  const context = await browser.newContext({
    viewport: { width: screen.width, height: screen.height },
    locale: 'fr-FR',
    javaScriptEnabled: true,
  });
  for (const { file, next } of pages) {
    const where = `${file} ${screen.name}`;
    const page = await context.newPage();
    const outside = [];
    page.on('request', (request) => request.url().startsWith('file:') || outside.push(request.url()));
    await page.goto(pathToFileURL(join(pagesFolder, file)).href);
    if (screen.text !== 1) {
      await page.addStyleTag({ content: `html { font-size: ${112.5 * screen.text}% !important; }` });
    }
    await checkShape(page, where);
    if (next) await checkNext(page, where, screen, next);
    await checkLinks(page, where);
    await page.screenshot({ path: join(picturesFolder, `${where.replace(/[/ ]/g, '-')}.png`), fullPage: screen.text === 1 });
    await checkKeyboard(page, where);
    check(outside.length === 0, where, `asks elsewhere: ${outside}`);
    await page.close();
  }
  await context.close();
}

// A commune's page is what a town hall pins up: it must hold on one sheet.
async function checkPaper(browser) {
  for (const { file, next } of pages.filter((page) => page.next)) {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(pagesFolder, file)).href);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    check(sheets === 1, file, `prints on ${sheets} sheets`);
    await page.emulateMedia({ media: 'print' });
    check(await page.locator(`.card time[datetime="${next}"]`).isVisible(), file, 'next visit not on paper');
    await page.setViewportSize({ width: 703, height: 1032 });
    await page.screenshot({ path: join(picturesFolder, `${file.replace(/\//g, '-')}-paper.png`), fullPage: true });
    await page.close();
  }
}

async function checkJourney(browser) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(pagesFolder, 'sample/index.html')).href);
  await page.getByRole('link', { name: 'S', exact: true }).click();
  await page.getByRole('heading', { name: 'Toutes les communes' }).waitFor();
  await page.locator('.towns').getByRole('link', { name: /^Saint-Germain/ }).click();
  check((await page.locator('h1').textContent()).includes('Saint-Germain'), 'journey', 'the commune does not open');
  await page.getByRole('link', { name: 'Toutes les communes' }).click();
  check(page.url().endsWith('sample/index.html'), 'journey', 'no way back to the index');
  await context.close();
}

const browser = await playwright.chromium.launch({
  executablePath: chromiumPath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  for (const screen of screens) await checkScreen(browser, screen);
  await checkPaper(browser);
  await checkJourney(browser);
} finally {
  await browser.close();
}
console.log(`${checks} checks, ${failures.length} failures; pictures in ${picturesFolder}`);
failures.forEach((failure) => console.log(`  ${failure}`));
process.exit(failures.length === 0 ? 0 : 1);
