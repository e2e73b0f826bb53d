-- The plugin in a real Neovim, without any other configuration.
--
--   nvim --clean --headless -l checks.lua PLUGIN_FOLDER DRAFT PYTHON
--
-- Prints one JSON object on the last line: each check's name with "ok" or what went wrong.
local plugin, draft, python = arg[1], arg[2], arg[3]
local LIMIT = 20000

vim.opt.runtimepath:prepend(plugin)
vim.o.swapfile = false
vim.g.attrib_lsp = {
  cmd = { python, '-m', 'attrib_lsp.server' },
  settings = { select = { 'UNS104', 'ANO' } },
}
vim.cmd('filetype on')
vim.cmd.source(plugin .. '/plugin/attrib-lsp.lua')
vim.cmd.edit(vim.fn.fnameescape(draft))
local buffer = vim.api.nvim_get_current_buf()

---@return string[] words under each line, with the rule's code
local function squiggles()
  return vim.tbl_map(function(one)
    local words = vim.api.nvim_buf_get_text(buffer, one.lnum, one.col, one.end_lnum, one.end_col, {})
    return one.code .. ' ' .. table.concat(words, '\n')
  end, vim.diagnostic.get(buffer))
end

local function shows(wanted)
  return function()
    return vim.tbl_contains(squiggles(), wanted)
  end
end

local function await(condition, what)
  if not vim.wait(LIMIT, condition, 30) then
    error(('%s did not come; shown: %s'):format(what, vim.inspect(squiggles())), 0)
  end
end

--- Put the cursor on the first of these words.
local function point_at(words)
  vim.cmd.buffer(buffer)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local column = line:find(words, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { number, column - 1 })
      return
    end
  end
  error('the draft has no "' .. words .. '"', 0)
end

--- The text from the cursor on.
local function at_cursor()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  return vim.api.nvim_buf_get_lines(0, row - 1, row, false)[1]:sub(column + 1)
end

local function starts(text, wanted)
  if not vim.startswith(text, wanted) then
    error(('expected "%s", got "%s"'):format(wanted, text), 0)
  end
end

--- Answer every question of vim.ui.select by `choose`; return what was asked.
local function choosing(choose)
  local asked = {}
  vim.ui.select = function(items, options, done)
    table.insert(asked, { prompt = options.prompt, labels = vim.tbl_map(options.format_item, items) })
    done(choose(items, options))
  end
  return asked
end

local checks = {}

checks[#checks + 1] = { 'squiggles stand under the right words', function()
  await(shows('UNS104 It is understood that'), 'the finding')
end }

checks[#checks + 1] = { 'hover explains a finding', function()
  point_at('understood')
  vim.lsp.buf.hover()
  local float
  await(function()
    float = vim.iter(vim.api.nvim_list_wins()):find(function(window)
      return vim.api.nvim_win_get_config(window).relative ~= ''
    end)
    return float ~= nil
  end, 'the hover')
  local shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, false), '\n')
  vim.api.nvim_win_close(float, true)
  assert(shown:find('impersonal-evidential', 1, true), shown)
end }

checks[#checks + 1] = { 'definition leads from a pronoun to the person', function()
  point_at('She added')
  vim.lsp.buf.definition()
  await(function()
    return vim.startswith(at_cursor(), 'Mara Lind')
  end, 'the definition')
end }

checks[#checks + 1] = { 'the sources picker lists who speaks and goes to a statement', function()
  point_at('The council voted')
  local asked = choosing(function(items)
    return items[#items]
  end)
  vim.cmd('Attrib sources')
  await(function()
    return #asked == 2
  end, 'the picker')
  starts(asked[1].labels[1], '● Mara Lind – the council leader (2 statements)')
  assert(asked[1].labels[2]:find('○ Several officials', 1, true), vim.inspect(asked))
  await(function()
    return not vim.startswith(at_cursor(), 'The council voted')
  end, 'the jump')
end }

checks[#checks + 1] = { 'all statements go into the quickfix list', function()
  point_at('The council voted')
  vim.cmd('Attrib! sources')
  await(function()
    return #vim.fn.getqflist() >= 3
  end, 'the list')
  local first = vim.fn.getqflist()[1]
  vim.cmd.cclose()
  assert(first.bufnr == buffer and first.lnum == 7, vim.inspect(first))
  starts(first.text, '● Mara Lind: ')
end }

for _, page in ipairs({ 'claims', 'memo' }) do
  checks[#checks + 1] = { page .. ' open as a page that is no draft', function()
    point_at('The council voted')
    vim.cmd('Attrib ' .. page)
    await(function()
      return vim.startswith(vim.api.nvim_buf_get_name(0), 'attrib-lsp://' .. page)
    end, 'the page')
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
    assert(text:find('Mara Lind', 1, true), text)
    assert(#vim.lsp.get_clients({ bufnr = 0 }) == 0, 'the server looks at its own page')
    vim.cmd.close()
  end }
end

checks[#checks + 1] = { 'headlines are compared', function()
  point_at('The council voted')
  local lines = { 'Bridge work to cost five million, leader says', '' }
  vim.ui.input = function(_, done)
    done(table.remove(lines, 1))
  end
  vim.cmd('Attrib headlines')
  await(function()
    return vim.startswith(vim.api.nvim_buf_get_name(0), 'attrib-lsp://headlines')
  end, 'the page')
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  assert(text:find('five million', 1, true), text)
  vim.cmd.close()
end }

checks[#checks + 1] = { 'the rule at the cursor opens', function()
  point_at('understood')
  vim.cmd('Attrib rule')
  await(function()
    return vim.api.nvim_buf_get_name(0) == 'attrib-lsp://UNS104.md'
  end, 'the page')
  vim.cmd.close()
end }

checks[#checks + 1] = { 'a quick fix changes the draft', function()
  point_at('understood')
  local titles = {}
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      table.insert(titles, action.title)
      return #titles == 1
    end,
  })
  await(function()
    return vim.bo[buffer].modified
  end, 'the fix')
  await(function()
    return not shows('UNS104 It is understood that')()
  end, 'a draft without the finding')
  vim.cmd.undo()
  await(shows('UNS104 It is understood that'), 'the finding, after undo')
end }

checks[#checks + 1] = { 'changed settings change the findings', function()
  local client = vim.lsp.get_clients({ bufnr = buffer })[1]
  client.settings = { ['attrib-lsp'] = { select = { 'ANO' } } }
  local send = function(...)
    if vim.fn.has('nvim-0.11') == 1 then
      return client:notify(...)
    end
    return client.notify(...)
  end
  send('workspace/didChangeConfiguration', { settings = client.settings })
  if vim.fn.has('nvim-0.11') == 0 then
    -- Neovim 0.10 cannot be told to ask again: it does with the next change, once the server has the settings.
    vim.wait(1000, function()
      return false
    end)
    vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '', 'The vote was on Tuesday.' })
  end
  await(function()
    return not shows('UNS104 It is understood that')() and #squiggles() > 0
  end, 'a draft without UNS104')
end }

checks[#checks + 1] = { 'restart brings the findings back', function()
  vim.cmd.buffer(buffer)
  vim.cmd('Attrib restart')
  await(shows('UNS104 It is understood that'), 'the finding')
end }

checks[#checks + 1] = { 'checkhealth finds nothing wrong', function()
  vim.g.attrib_lsp = vim.tbl_extend('force', vim.g.attrib_lsp, { cmd = { python, '-m', 'attrib_lsp.server' } })
  vim.cmd('checkhealth attrib-lsp')
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  vim.cmd.close()
  assert(not text:find('ERROR', 1, true) and text:find('checking 1 file', 1, true), text)
end }

local result, failed = vim.empty_dict(), false
for _, check in ipairs(checks) do
  local ok, problem = pcall(check[2])
  result[check[1]] = ok and 'ok' or tostring(problem)
  failed = failed or not ok
end
io.stdout:write('\n', vim.json.encode({ version = tostring(vim.version()), checks = result }), '\n')
for _, client in ipairs(vim.lsp.get_clients()) do
  vim.lsp.stop_client(client.id)
end
vim.wait(3000, function()
  return #vim.lsp.get_clients() == 0
end)
os.exit(failed and 1 or 0)
