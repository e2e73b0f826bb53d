--- :Attrib and its subcommands, and the commands that the server names in lenses and actions.
local M = {}

---@return string name of the current file, for a page's title
local function file_name()
  local name = vim.fs.basename(vim.api.nvim_buf_get_name(0))
  return name ~= '' and name or 'draft'
end

--- The code of the finding at the cursor, else of the first one in its line.
---@return string?
local function code_at_cursor()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local found = vim.tbl_filter(function(one)
    return one.source == 'attrib-lsp'
  end, vim.diagnostic.get(0, { lnum = row - 1 }))
  for _, one in ipairs(found) do
    if one.col <= column and (one.end_lnum > row - 1 or column < one.end_col) then
      return one.code
    end
  end
  return found[1] and found[1].code
end

---@param code? string
local function show_rule(code)
  code = code or code_at_cursor()
  if not code then
    require('attrib-lsp.request').tell('no finding in this line; give a code, as in :Attrib rule ANO202')
    return
  end
  require('attrib-lsp.page').request('attrib-lsp.rule', { code }, code .. '.md')
end

--- Compare headlines: the lines of a range, or what the user types, one after another, until an empty line.
---@param given table
local function headlines(given)
  local uri, name = require('attrib-lsp.request').uri(), 'headlines of ' .. file_name()
  local function compare(candidates)
    if #candidates > 0 then
      require('attrib-lsp.page').request('attrib-lsp.headlines', { uri, candidates }, name)
    end
  end
  if given.range > 0 then
    local lines = vim.api.nvim_buf_get_lines(0, given.line1 - 1, given.line2, false)
    compare(vim.tbl_filter(function(line)
      return vim.trim(line) ~= ''
    end, vim.tbl_map(vim.trim, lines)))
    return
  end
  local candidates = {}
  local function ask()
    vim.ui.input({ prompt = ('Headline %d (empty to compare): '):format(#candidates + 1) }, function(line)
      if line and vim.trim(line) ~= '' then
        table.insert(candidates, vim.trim(line))
        ask()
      else
        compare(candidates)
      end
    end)
  end
  ask()
end

---@type table<string, fun(given: table, rest: string[])>
local SUBCOMMANDS = {
  sources = function(given)
    require('attrib-lsp.sources').show(nil, given.bang)
  end,
  claims = function()
    require('attrib-lsp.page').request('attrib-lsp.claims', { require('attrib-lsp.request').uri() }, 'claims of ' .. file_name())
  end,
  memo = function()
    require('attrib-lsp.page').request('attrib-lsp.memo', { require('attrib-lsp.request').uri() }, 'memo for ' .. file_name())
  end,
  headlines = headlines,
  rule = function(_, rest)
    show_rule(rest[1])
  end,
  restart = function()
    require('attrib-lsp.client').restart()
  end,
  log = function()
    vim.cmd.tabedit(vim.fn.fnameescape(vim.lsp.log and vim.lsp.log.get_filename() or vim.lsp.get_log_path()))
  end,
}

--- Commands that the server names; the editor runs them.
---@type table<string, fun(command: lsp.Command)>
M.of_server = {
  ['attrib-lsp.showSources'] = function(command)
    require('attrib-lsp.sources').show(command.arguments and command.arguments[1])
  end,
  ['attrib-lsp.showRule'] = function(command)
    show_rule(command.arguments and command.arguments[1])
  end,
}

--- Run :Attrib.
---@param given table what nvim_create_user_command passes
function M.run(given)
  local name = given.fargs[1] or 'sources'
  local wanted = SUBCOMMANDS[name]
  if not wanted then
    require('attrib-lsp.request').tell(
      ('there is no :Attrib %s; there are %s'):format(name, table.concat(M.names(), ', ')),
      vim.log.levels.ERROR
    )
    return
  end
  wanted(given, vim.list_slice(given.fargs, 2))
end

--- The names of all subcommands, in order.
---@return string[]
function M.names()
  local names = vim.tbl_keys(SUBCOMMANDS)
  table.sort(names)
  return names
end

--- Complete a subcommand.
---@param lead string
---@param line string
---@return string[]
function M.complete(lead, line)
  local words = vim.split(vim.trim(line), '%s+')
  if #words > 2 or (#words == 2 and lead == '') then
    return {}
  end
  return vim.tbl_filter(function(name)
    return vim.startswith(name, lead)
  end, M.names())
end

return M
